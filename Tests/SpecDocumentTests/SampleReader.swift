import SpecDiagnostics
import SpecPages

/// Reads the JSON of these tests' samples, which are well formed.
struct SampleReader {
    let file: SourceFile
    private var offset = 0

    static func read(_ file: SourceFile) -> JSONNode {
        var reader = SampleReader(file: file)
        reader.skipSpace()
        return reader.value()
    }

    private init(file: SourceFile) {
        self.file = file
    }

    private var byte: UInt8 {
        file.bytes[offset]
    }

    private mutating func skipSpace() {
        while offset < file.bytes.count, byte <= 0x20 { offset += 1 }
    }

    private mutating func value() -> JSONNode {
        let location = SourceLocation(file: file, offset: offset)
        switch byte {
        case UInt8(ascii: "{"): return JSONNode(.object(members()), at: location)
        case UInt8(ascii: "["): return JSONNode(.array(elements()), at: location)
        case UInt8(ascii: "\""): return JSONNode(.string(string()), at: location)
        default:
            let start = offset
            while offset < file.bytes.count, !",]} \n\r\t".utf8.contains(byte) { offset += 1 }
            let word = String(decoding: file.bytes[start..<offset], as: UTF8.self)
            switch word {
            case "null": return JSONNode(.null, at: location)
            case "true": return JSONNode(.boolean(true), at: location)
            case "false": return JSONNode(.boolean(false), at: location)
            default: return JSONNode(.number(word), at: location)
            }
        }
    }

    private mutating func members() -> [JSONMember] {
        var members: [JSONMember] = []
        offset += 1
        skipSpace()
        while byte != UInt8(ascii: "}") {
            let location = SourceLocation(file: file, offset: offset)
            let name = string()
            skipSpace()
            offset += 1
            skipSpace()
            members.append(JSONMember(name, at: location, value()))
            skipSpace()
            if byte == UInt8(ascii: ",") { offset += 1 }
            skipSpace()
        }
        offset += 1
        return members
    }

    private mutating func elements() -> [JSONNode] {
        var elements: [JSONNode] = []
        offset += 1
        skipSpace()
        while byte != UInt8(ascii: "]") {
            elements.append(value())
            skipSpace()
            if byte == UInt8(ascii: ",") { offset += 1 }
            skipSpace()
        }
        offset += 1
        return elements
    }

    private mutating func string() -> String {
        offset += 1
        var bytes: [UInt8] = []
        while byte != UInt8(ascii: "\"") {
            if byte == UInt8(ascii: "\\") {
                offset += 1
                if byte == UInt8(ascii: "u") { offset += 4 }
            }
            bytes.append(byte)
            offset += 1
        }
        offset += 1
        return String(decoding: bytes, as: UTF8.self)
    }
}
