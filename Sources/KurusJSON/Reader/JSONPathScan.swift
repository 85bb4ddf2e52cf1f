/// Finds the JSON pointer (RFC 6901) of an offset by reading the text up to it again, so that only errors pay for it.
struct JSONPathScan {
    /// The position inside an open array or object.
    private enum Step {
        case element(Int)
        /// The name's first byte after the quote; nil before the colon and after the value.
        case member(Int?)
    }

    private let bytes: UnsafeBufferPointer<UInt8>
    private var steps: [Step] = []
    private var lastString = 0

    static func pointer(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> String {
        var scan = JSONPathScan(bytes: bytes)
        scan.walk(from: start, to: min(end, bytes.count))
        return scan.pointer
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    private mutating func walk(from start: Int, to end: Int) {
        var index = start
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "\""):
                lastString = index + 1
                index = endOfString(from: index + 1, limit: end)
                continue
            case UInt8(ascii: "{"): steps.append(.member(nil))
            case UInt8(ascii: "["): steps.append(.element(0))
            case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = steps.popLast()
            case UInt8(ascii: ":"): replaceLast(with: { [lastString] _ in .member(lastString) })
            case UInt8(ascii: ","): replaceLast(with: Self.next)
            default: break
            }
            index += 1
        }
    }

    private static func next(_ step: Step) -> Step {
        switch step {
        case .element(let index): .element(index + 1)
        case .member: .member(nil)
        }
    }

    private mutating func replaceLast(with change: (Step) -> Step) {
        guard let last = steps.last else { return }
        steps[steps.count - 1] = change(last)
    }

    /// The byte after the closing quote.
    private func endOfString(from start: Int, limit: Int) -> Int {
        var index = start
        while index < limit, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index + 1
    }

    private var pointer: String {
        var pointer = ""
        for step in steps {
            switch step {
            case .element(let index): pointer += "/\(index)"
            case .member(nil): break
            case .member(let start?): pointer += "/" + escaped(name(at: start))
            }
        }
        return pointer
    }

    private func name(at start: Int) -> String {
        let end = endOfString(from: start, limit: bytes.count)
        let quoted = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start - 1..<min(end, bytes.count)])
        // The name was read before; if it is broken anyway, its bytes are used.
        return (try? JSONReader.withReader(of: quoted) { (reader) throws(JSONError) in try reader.readString() })
            ?? String(decoding: quoted, as: UTF8.self)
    }

    /// RFC 6901 §3.
    private func escaped(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "~": result += "~0"
            case "/": result += "~1"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
