/// An open array or object.
struct JSONFrame: BitwiseCopyable {
    enum Kind: BitwiseCopyable {
        case text, array, object
    }

    let kind: Kind
    /// Where its opening bracket stands.
    let start: Int
    /// Where its names begin in the reader's list.
    let firstName: Int
    /// A bit per name seen, chosen by its fingerprint: most new names are known to be new by it alone.
    var seen: UInt64 = 0
    /// For large objects: a hash table of 1 + the place of a name among the object's, 0 where empty.
    var table: UnsafeMutablePointer<Int>?
    /// A power of two.
    var tableSize = 0
}

/// A name in an open object.
struct JSONMemberName: BitwiseCopyable {
    let fingerprint: UInt64
    /// Where its opening quote stands.
    let offset: Int
}
