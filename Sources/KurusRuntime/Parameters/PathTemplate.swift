/// A path with variables, `/accounts/{id}/items/{a}~{b}` (OpenAPI 3.0.3, "Path Templating").
package struct PathTemplate: Hashable, Sendable {
    package enum Piece: Hashable, Sendable {
        case literal(String)
        case variable(String)
    }

    /// The pieces of each segment; the text before the first slash is a segment too, and empty.
    package let segments: [[Piece]]

    /// A brace without its partner is plain text.
    package init(_ text: String) {
        var segments: [[Piece]] = [[]]
        var literal = String.UnicodeScalarView()
        var rest = Substring(text).unicodeScalars
        func endLiteral() {
            if !literal.isEmpty { segments[segments.count - 1].append(.literal(String(literal))) }
            literal = String.UnicodeScalarView()
        }
        while let scalar = rest.popFirst() {
            if scalar == "/" {
                endLiteral()
                segments.append([])
            } else if scalar == "{", let end = rest.firstIndex(of: "}"), !rest[..<end].contains("/") {
                endLiteral()
                segments[segments.count - 1].append(.variable(String(rest[..<end])))
                rest = rest[rest.index(after: end)...]
            } else {
                literal.append(scalar)
            }
        }
        endLiteral()
        self.segments = segments
    }

    var variables: [String] {
        segments.joined().compactMap { piece in
            if case .variable(let name) = piece { name } else { nil }
        }
    }
}
