import KurusHTTP
import KurusJSON

/// Received application/x-www-form-urlencoded content (OpenAPI 3.0.3, "Support for x-www-form-urlencoded Request
/// Bodies").
package enum ReceivedForm {
    /// The members received; nil when the bytes are not UTF-8.
    package static func node(_ bytes: [UInt8], _ encodings: [String: FormEncoding]) -> ParameterNode? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        let list = PairList(query: text)
        let members = BracketTree.members(of: list).map { member in
            (name: member.name, node: encodings[member.name].map { received(member.node, $0) } ?? member.node)
        }
        return .members(members, asArray: false)
    }

    /// Returns a member's single value, to be read by its encoding.
    private static func received(_ node: ParameterNode, _ encoding: FormEncoding) -> ParameterNode {
        guard case .text(var text) = node else { return node }
        if encoding.isJSON {
            let value = text.primitive.flatMap { try? JSONReader.read(JSONValue.self, from: Array($0.utf8)) }
            return value.map { .json($0) } ?? node
        }
        if !encoding.explode { text.delimiters = StyledText.delimiters(of: encoding.style) }
        return .text(text)
    }
}
