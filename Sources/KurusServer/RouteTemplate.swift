import KurusHTTP
import KurusRuntime

/// A path template that received paths are matched with (OpenAPI 3.0.3, "Path Templating Matching").
struct RouteTemplate: Sendable {
    private enum Piece {
        case literal([String])
        case variable(String)
    }

    private let segments: [[Piece]]
    /// Per segment the length of its literal text, and the greatest number when there is nothing else: of two templates
    /// that match, the one that is greater at the first difference is the more concrete.
    let concreteness: [Int]

    init(_ template: PathTemplate) {
        segments = template.segments.map { pieces in
            pieces.map { piece in
                switch piece {
                case .literal(let text): .literal(SegmentUnit.units(of: text).map(\.normal))
                case .variable(let name): .variable(name)
                }
            }
        }
        concreteness = template.segments.map { pieces in
            if pieces.allSatisfy(\.isLiteral) { return .max }
            return pieces.reduce(0) { $0 + $1.literalLength }
        }
    }

    /// Returns the undecoded text of each variable in a path's raw segments, as it came: styles tell `.` from `%2E`. Nil
    /// when the path does not match; a variable has at least one character.
    func match(_ path: [String]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var values: [String: String] = [:]
        for (pieces, segment) in zip(segments, path) {
            if case .variable(let name)? = pieces.first, pieces.count == 1, !segment.isEmpty {
                values[name] = segment
            } else if !Self.match(pieces[...], SegmentUnit.units(of: segment)[...], &values) {
                return nil
            }
        }
        return values
    }

    /// A variable ends at the first occurrence of the literal after it, and the last literal ends the segment. A value
    /// that holds that literal makes the template ambiguous.
    private static func match(
        _ pieces: ArraySlice<Piece>, _ text: ArraySlice<SegmentUnit>, _ values: inout [String: String]
    ) -> Bool {
        var pieces = pieces
        var rest = text
        while let piece = pieces.popFirst() {
            switch piece {
            case .literal(let literal):
                guard rest.map(\.normal).starts(with: literal) else { return false }
                rest = rest.dropFirst(literal.count)
            case .variable(let name):
                guard let length = length(ofVariableBefore: pieces, in: rest.map(\.normal)) else { return false }
                values[name] = rest.prefix(length).map(\.raw).joined()
                rest = rest.dropFirst(length)
            }
        }
        return rest.isEmpty
    }

    private static func length(ofVariableBefore pieces: ArraySlice<Piece>, in rest: [String]) -> Int? {
        guard !rest.isEmpty else { return nil }
        switch pieces.first {
        case nil: return rest.count
        case .variable: return 1
        case .literal(let literal):
            let last = rest.count - literal.count
            let starts = pieces.count == 1 ? [last] : Array(stride(from: 1, through: last, by: 1))
            return starts.first { $0 >= 1 && rest.dropFirst($0).starts(with: literal) }
        }
    }
}

/// A character of a raw path segment, or a percent-encoded byte of it.
private struct SegmentUnit {
    /// The text as it came.
    let raw: String
    /// The text that equal units share, however they are encoded.
    let normal: String

    static func units(of segment: String) -> [Self] {
        var units: [Self] = []
        var rest = segment.unicodeScalars[...]
        while let scalar = rest.first {
            let escape = String(String.UnicodeScalarView(rest.prefix(3)))
            let isEscape =
                scalar == "%" && escape.utf8.count == 3 && escape.utf8.dropFirst().allSatisfy(\.isHexadecimal)
            let raw = isEscape ? escape : String(scalar)
            rest = rest.dropFirst(isEscape ? 3 : 1)
            units += Self.units(raw)
        }
        return units
    }

    /// A character outside of ASCII is several bytes when it is encoded: the first of them has the text.
    private static func units(_ raw: String) -> [Self] {
        let normal = PathSegment.normalised(raw)
        guard normal.utf8.count > 3 else { return [Self(raw: raw, normal: normal)] }
        let parts = normal.split(separator: "%").map { "%\($0)" }
        return parts.enumerated().map { Self(raw: $0 == 0 ? raw : "", normal: $1) }
    }
}

extension UInt8 {
    fileprivate var isHexadecimal: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "F"),
            UInt8(ascii: "a")...UInt8(ascii: "f"):
            true
        default: false
        }
    }
}

extension PathTemplate.Piece {
    fileprivate var isLiteral: Bool { literalLength > 0 }

    fileprivate var literalLength: Int {
        if case .literal(let text) = self { PathSegment.normalised(text).count } else { 0 }
    }
}

/// Reads the received text of a path variable by its style: the inverse of `StyledText.pathText`.
enum PathText {
    /// Returns the node of a raw segment's part; nil when the text does not begin as the style requires.
    static func node(_ raw: String, name: String, style: ParameterStyle, explode: Bool) -> ParameterNode? {
        switch style {
        case .label:
            guard raw.utf8.first == UInt8(ascii: ".") else { return nil }
            return .text(DelimitedText(raw: raw.cut(at: ".").after ?? "", delimiters: ["."], explode: explode))
        case .matrix:
            return matrix(raw, name: name, explode: explode)
        default:
            return .text(DelimitedText(raw: raw, delimiters: [","], explode: explode))
        }
    }

    /// `;name=a,b`, or exploded `;name=a;name=b` for an array and `;k=v;k=v` for an object.
    private static func matrix(_ raw: String, name: String, explode: Bool) -> ParameterNode? {
        let pieces = raw.parts(separatedBy: ";")
        guard pieces.count > 1, pieces[0].isEmpty else { return nil }
        let pairs = pieces.dropFirst().map(DelimitedText.pair)
        if explode {
            return PairList(pairs, encoding: .percent).exploded(name)
        }
        guard pairs.count == 1, PercentEncoding.decode(pairs[0].0) == name else { return nil }
        return .text(DelimitedText(raw: pairs[0].1, delimiters: [","]))
    }
}
