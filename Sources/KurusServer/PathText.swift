import KurusHTTP
import KurusRuntime

/// The received text of a path variable, taken apart by its style: the inverse of `StyledText.pathText`.
enum PathText {
    /// The node of a raw segment's part; nil when the text does not begin as the style says.
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
