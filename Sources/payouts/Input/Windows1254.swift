import Foundation

/// Text in the encoding that Turkish versions of Windows call ANSI.
enum Windows1254 {
    /// The UTF-8 of each byte; empty for the few that have no character.
    private static let characters: [[UInt8]] = (UInt8.min...UInt8.max).map { byte in
        let text = String(bytes: [byte], encoding: .windowsCP1254) ?? ""
        // Foundation gives a control character, U+0080 to U+009F, for a byte that the encoding leaves out.
        let isControl = byte >= 0x80 && text.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
        return isControl ? [] : Array(text.utf8)
    }

    /// The text in UTF-8, and the place in it of the first byte without a character.
    static func decoded(_ bytes: [UInt8]) -> (text: [UInt8], undefinedAt: Int?) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + bytes.count / 8)
        var undefined: Int?
        for byte in bytes {
            if byte < 0x80 {
                text.append(byte)
            } else if characters[Int(byte)].isEmpty {
                undefined = undefined ?? text.count
                text.append(UInt8(ascii: "?"))
            } else {
                text += characters[Int(byte)]
            }
        }
        return (text, undefined)
    }
}
