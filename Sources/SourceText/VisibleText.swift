/// Text of a page that is safe to show in a terminal. Control characters, which could move the cursor or turn the
/// writing direction, become visible ones; invalid UTF-8 becomes U+FFFD.
package struct VisibleText {
    package private(set) var text = ""
    /// White space as wide as the text: spaces, and tabs where the text has tabs.
    package private(set) var padding = ""

    init(_ bytes: some Collection<UInt8>) {
        self.init(String(decoding: bytes, as: UTF8.self))
    }

    package init(_ string: String) {
        for scalar in string.unicodeScalars {
            if scalar == "\t" {
                text.append("\t")
                padding.append("\t")
            } else if let name = Self.visibleName(of: scalar) {
                text.append(name)
                padding.append(String(repeating: " ", count: name.count))
            } else {
                text.unicodeScalars.append(scalar)
                padding.append(String(repeating: " ", count: scalar.displayWidth))
            }
        }
    }

    /// Returns a control picture (Unicode, block 2400) or a name such as `<U+202E>`; nil for a printable scalar.
    private static func visibleName(of scalar: Unicode.Scalar) -> String? {
        switch scalar.value {
        case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value).map(String.init)
        case 0x7F: "\u{2421}"
        case 0x80...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
            "<U+" + String(repeating: "0", count: scalar.value < 0x100 ? 2 : scalar.value < 0x1000 ? 1 : 0)
                + String(scalar.value, radix: 16, uppercase: true) + ">"
        default: nil
        }
    }
}

extension Unicode.Scalar {
    /// The number of terminal columns: 0 for a combining mark, 2 for the large blocks that Unicode's EastAsianWidth
    /// calls wide.
    fileprivate var displayWidth: Int {
        if isASCII { return 1 }
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}
