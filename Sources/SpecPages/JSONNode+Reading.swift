package import SpecDiagnostics

extension JSONNode {
    /// Reads JSON with the place of every value; nil, and an error at the place where the text breaks, when it is none.
    package static func read(_ text: JSONText, diagnostics: inout Diagnostics) -> JSONNode? {
        nil
    }
}

extension FencedCode {
    /// Whether the block is an OpenAPI document, perhaps one that breaks later: an object with a member `openapi` or
    /// `swagger`.
    package var isDocument: Bool {
        false
    }
}
