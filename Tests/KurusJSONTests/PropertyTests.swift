import Foundation
import KurusJSON
import SeededRandom
import Testing

extension SeededGenerator {
    fileprivate mutating func value(depth: Int) -> JSONValue {
        switch Int.random(in: 0..<(depth == 0 ? 5 : 8), using: &self) {
        case 0: return .null
        case 1: return .boolean(Bool.random(using: &self))
        case 2: return .number(number())
        case 3, 4: return .string(text())
        case 5: return .array((0..<Int.random(in: 0...6, using: &self)).map { _ in value(depth: depth - 1) })
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...40, using: &self) { object[text()] = value(depth: depth - 1) }
            return .object(object)
        }
    }

    fileprivate mutating func number() -> JSONNumber {
        switch Int.random(in: 0..<3, using: &self) {
        case 0: return JSONNumber(Int64.random(in: .min ... .max, using: &self))
        case 1: return JSONNumber(Double.random(in: -1e10...1e10, using: &self)) ?? JSONNumber(0)
        default:
            let digits = (0..<Int.random(in: 1...30, using: &self)).map { _ in
                String(Int.random(in: 0...9, using: &self))
            }
            return JSONNumber(text: "-1.\(digits.joined())e-\(Int.random(in: 0...99, using: &self))") ?? JSONNumber(0)
        }
    }

    fileprivate mutating func text() -> String {
        let ranges: [ClosedRange<UInt32>] = [
            0x20...0x7E, 0x61...0x7A, 0...0x1F, 0x80...0x7FF, 0x800...0xFFFF, 0x10000...0x10FFFF,
        ]
        let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
        var text = ""
        for _ in 0..<Int.random(in: 0...20, using: &self) {
            let scalars = Bool.random(using: &self) ? range : 0x61...0x7A
            text.unicodeScalars.append(Unicode.Scalar(UInt32.random(in: scalars, using: &self)) ?? "\"")
        }
        return text
    }
}

@Suite struct PropertyTests {
    private func seeded(_ body: (inout SeededGenerator) throws -> Void) rethrows {
        let seed = UInt64.random(in: .min ... .max)
        print("seed \(seed)")
        var generator = SeededGenerator(seed)
        try body(&generator)
    }

    @Test func everyValueIsReadBackAsItWas() throws {
        try seeded { generator in
            for _ in 0..<100 {
                let value = generator.value(depth: 3)
                let bytes = JSONWriter.bytes(of: value)
                let read = try JSONReader.read(JSONValue.self, from: bytes)
                #expect(read == value)
                #expect(JSONWriter.bytes(of: read) == bytes)
                try JSONReader.withReader(of: bytes) { (reader) throws(JSONError) in try reader.skip() }
            }
        }
    }

    /// Foundation reads the values that were written.
    @Test func foundationReadsWhatIsWritten() throws {
        try seeded { generator in
            for _ in 0..<50 {
                let texts = (0..<20).map { _ in generator.text() }
                let read = try JSONDecoder().decode([String].self, from: Data(JSONWriter.bytes(of: texts)))
                #expect(read == texts)
            }
        }
    }

    @Test func everyDecimalIsReadBackExactly() throws {
        try seeded { generator in
            for _ in 0..<2000 {
                let length = Int.random(in: 1...38, using: &generator)
                let digits = (0..<length).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
                let point = Int.random(in: 0...length, using: &generator)
                let whole = digits.prefix(point).drop { $0 == "0" }
                let plain = (whole.isEmpty ? "0" : whole) + (point < length ? "." + digits.dropFirst(point) : "")
                let value = try JSONReader.read(Decimal.self, from: Array(plain.utf8))
                let written = String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
                #expect(written == Self.withoutTrailingZeros(String(plain)))
            }
        }
    }

    private static func withoutTrailingZeros(_ plain: String) -> String {
        guard plain.contains(".") else { return plain }
        var digits = plain
        while digits.hasSuffix("0") { digits.removeLast() }
        if digits.hasSuffix(".") { digits.removeLast() }
        return digits
    }

    /// Reading and skipping agree on every text; neither crashes; every error lies inside the text.
    @Test func randomMutationsNeverCrash() {
        seeded { generator in
            for _ in 0..<60 {
                let original = JSONWriter.bytes(of: generator.value(depth: 2))
                for _ in 0..<30 { check(mutated(original, &generator)) }
            }
        }
    }

    private func mutated(_ bytes: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
            let place = Int.random(in: 0...bytes.count, using: &generator)
            let likely = Array(#"{}[],:"\u0dD8eE+-.1tfn "#.utf8) + [0, 0x1F, 0x80, 0xC3, 0xED, 0xF4, 0xFF]
            let byte = likely.randomElement(using: &generator) ?? 0
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes.insert(byte, at: place)
            case 1 where place < bytes.count: bytes.remove(at: place)
            case 2 where place < bytes.count: bytes[place] = byte
            default: bytes.removeLast(Int.random(in: 0...bytes.count / 2, using: &generator))
            }
        }
        return bytes
    }

    private func check(_ bytes: [UInt8]) {
        let read = Result { () throws(JSONError) in try JSONReader.read(JSONValue.self, from: bytes) }
        let skipped = Result { () throws(JSONError) in
            try JSONReader.withReader(of: bytes) { (reader) throws(JSONError) in try reader.skip() }
        }
        switch (read, skipped) {
        case (.success, .success): break
        case (.failure(let left), .failure(let right)):
            #expect(left == right)
            #expect((0...bytes.count).contains(left.offset))
        default: Issue.record("reading and skipping disagree on \(String(decoding: bytes, as: UTF8.self))")
        }
        // A model, a choice of types, and quoted numbers, on the same broken text.
        _ = try? JSONReader.read([String: [Decimal]].self, from: bytes)
        _ = try? JSONReader.read([String: ChoiceTests.Shape].self, from: bytes)
        _ = try? JSONReader.read([Int].self, from: bytes, options: JSONReaderOptions(lenientScalars: true))
        _ = Redaction.masked(String(decoding: bytes, as: UTF8.self))
    }
}
