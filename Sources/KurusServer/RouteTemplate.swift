import KurusHTTP
import KurusRuntime

/// A path template that received paths are matched with (OpenAPI 3.0.3, "Path Templating Matching").
struct RouteTemplate: Sendable {
    private let segments: [[PathTemplate.Piece]]
    /// Per segment the length of its literal text, and the greatest number when there is nothing else: of two templates
    /// that match, the one that is greater at the first difference is the more concrete.
    let concreteness: [Int]

    init(_ template: PathTemplate) {
        segments = template.segments.map { pieces in
            pieces.map { piece in
                if case .literal(let text) = piece { .literal(PathSegment.normalised(text)) } else { piece }
            }
        }
        concreteness = segments.map { pieces in
            if pieces.allSatisfy(\.isLiteral) { return .max }
            return pieces.reduce(0) { $0 + $1.literalLength }
        }
    }

    /// Returns the undecoded text of each variable in a path's raw segments; nil when the path does not match. A
    /// variable has at least one character.
    func match(_ path: [String]) -> [String: String]? {
        guard path.count == segments.count else { return nil }
        var values: [String: String] = [:]
        for (pieces, segment) in zip(segments, path) {
            // A variable alone keeps the text as it came: styles tell `.` from `%2E`.
            if case .variable(let name)? = pieces.first, pieces.count == 1, !segment.isEmpty {
                values[name] = segment
            } else if !Self.match(pieces[...], PathSegment.normalised(segment)[...], &values) {
                return nil
            }
        }
        return values
    }

    /// A variable ends at the first occurrence of the literal after it, and the last literal ends the segment. A value
    /// that holds that literal makes the template ambiguous.
    private static func match(
        _ pieces: ArraySlice<PathTemplate.Piece>, _ text: Substring, _ values: inout [String: String]
    ) -> Bool {
        var pieces = pieces
        var rest = text
        while let piece = pieces.popFirst() {
            switch piece {
            case .literal(let literal):
                guard rest.hasPrefix(literal) else { return false }
                rest = rest.dropFirst(literal.count)
            case .variable(let name):
                guard let end = end(ofVariableBefore: pieces, in: rest) else { return false }
                values[name] = String(rest[..<end])
                rest = rest[end...]
            }
        }
        return rest.isEmpty
    }

    private static func end(
        ofVariableBefore pieces: ArraySlice<PathTemplate.Piece>, in rest: Substring
    ) -> Substring.Index? {
        guard !rest.isEmpty else { return nil }
        let second = rest.index(after: rest.startIndex)
        switch pieces.first {
        case nil: return rest.endIndex
        case .variable: return second
        case .literal(let literal) where pieces.count == 1:
            return rest[second...].hasSuffix(literal) ? rest.index(rest.endIndex, offsetBy: -literal.count) : nil
        case .literal(let literal): return rest[second...].firstRange(of: literal)?.lowerBound
        }
    }
}

extension PathTemplate.Piece {
    fileprivate var isLiteral: Bool { literalLength > 0 }

    fileprivate var literalLength: Int {
        if case .literal(let text) = self { text.count } else { 0 }
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
