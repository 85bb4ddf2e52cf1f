/// Compares names as people write them over columns.
enum LooseName {
    /// The name in lower case, without spaces, underscores and hyphens.
    ///
    /// Only ASCII letters change case, so that no locale has a say: a Turkish `İ` or `ı` is never an `i`.
    static func key(of name: String) -> String {
        var key = String.UnicodeScalarView()
        for scalar in name.unicodeScalars where !ignored.contains(scalar) {
            let isUpper = "A"..."Z" ~= scalar
            key.append(isUpper ? Unicode.Scalar(UInt8(ascii: scalar) + 0x20) : scalar)
        }
        return String(key)
    }

    private static let ignored: Set<Unicode.Scalar> = [" ", "_", "-", "\t", "\u{A0}"]
}
