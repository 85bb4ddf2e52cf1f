import SpecDiagnostics
import SpecTree

/// JSON as pages print it: with comments, zeros before a number, a comma behind the last value, no-break spaces.
enum LenientJSON {
    /// Reads a block.
    ///
    /// - Returns: The value, if the block is JSON or can be repaired; and the problems of a block that is not JSON.
    ///   Locations are those of the block.
    static func read(_ text: JSONText) -> (value: JSONNode?, problems: [Violation]) {
        var diagnostics = Diagnostics()
        if let value = JSONNode.read(text, diagnostics: &diagnostics) { return (value, []) }
        var repair = JSONRepair(text.bytes)
        repair.run()
        let problems = repair.replaced.map { replaced in
            Violation(at: text.location(of: replaced.offset), "the sample is not JSON: \(replaced.oddity.rawValue)")
        }
        diagnostics = Diagnostics()
        let repaired = JSONText(file: text.file, bytes: repair.bytes, start: text.start)
        if let value = JSONNode.read(repaired, diagnostics: &diagnostics) { return (value, problems) }
        let last = diagnostics.all.first.map { diagnostic in
            Violation(
                at: diagnostic.location ?? text.location(of: 0), "the sample is not JSON: \(diagnostic.message)")
        }
        return (nil, problems + (last.map { [$0] } ?? []))
    }
}

/// Replaces by blanks the characters that pages print and JSON forbids, so that all others keep their offsets.
private struct JSONRepair {
    enum Oddity: String {
        case comment = "JSON has no comments"
        case zeros = "numbers have no leading zeros"
        case comma = "JSON has no comma after the last value"
        case blank = "JSON does not allow no-break spaces"
    }

    private(set) var bytes: [UInt8]
    /// The first of each kind that was replaced, in the order of the text.
    private(set) var replaced: [(oddity: Oddity, offset: Int)] = []
    private var index = 0
    /// The offset of a comma without a value behind it yet.
    private var comma: Int?

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func run() {
        while index < bytes.count { step() }
        replaced.sort { $0.offset < $1.offset }
    }

    private mutating func step() {
        switch bytes[index] {
        case UInt8(ascii: "\""): skipString()
        case UInt8(ascii: "/") where next == UInt8(ascii: "/"): removeComment(upTo: [0x0A])
        case UInt8(ascii: "/") where next == UInt8(ascii: "*"): removeComment(upTo: Array("*/".utf8))
        case UInt8(ascii: "#"): removeComment(upTo: [0x0A])
        case UInt8(ascii: "0"): removeZeros()
        case UInt8(ascii: "1")...UInt8(ascii: "9"): skipNumber()
        case 0xC2 where next == 0xA0: remove(2, .blank)
        case UInt8(ascii: "}"), UInt8(ascii: "]"): removeComma()
        case UInt8(ascii: ","):
            comma = index
            index += 1
        case let byte:
            if ![0x20, 0x09, 0x0A, 0x0D].contains(byte) { comma = nil }
            index += 1
        }
    }

    private var next: UInt8? {
        index + 1 < bytes.count ? bytes[index + 1] : nil
    }

    private mutating func note(_ oddity: Oddity, at offset: Int) {
        if !replaced.contains(where: { $0.oddity == oddity }) { replaced.append((oddity, offset)) }
    }

    private mutating func remove(_ count: Int, _ oddity: Oddity) {
        note(oddity, at: index)
        for _ in 0..<count where index < bytes.count {
            bytes[index] = UInt8(ascii: " ")
            index += 1
        }
    }

    private mutating func removeComma() {
        if let comma {
            note(.comma, at: comma)
            bytes[comma] = UInt8(ascii: " ")
        }
        comma = nil
        index += 1
    }

    private mutating func skipString() {
        comma = nil
        index += 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index += 1
    }

    /// Replaces zeros before a digit.
    private mutating func removeZeros() {
        while bytes[index] == UInt8(ascii: "0"), let next, (0x30...0x39).contains(next) { remove(1, .zeros) }
        skipNumber()
    }

    private mutating func skipNumber() {
        comma = nil
        while index < bytes.count, Self.inNumbers.contains(bytes[index]) { index += 1 }
    }

    private static let inNumbers = Array("0123456789.eE+-".utf8)

    /// Replaces a comment with its end, except for the end of a line.
    private mutating func removeComment(upTo end: [UInt8]) {
        note(.comment, at: index)
        while index < bytes.count, !bytes[index...].starts(with: end) {
            if bytes[index] != 0x0D { bytes[index] = UInt8(ascii: " ") }
            index += 1
        }
        if end != [0x0A] { remove(end.count, .comment) }
    }
}
