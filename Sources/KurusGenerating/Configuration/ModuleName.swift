/// The names that a generated module may have.
enum ModuleName {
    static let requirement = "cannot name a module; a module's name has letters, digits and _, and begins with no digit"

    /// ASCII letters, digits and underscores: the name also begins the names of files.
    static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
