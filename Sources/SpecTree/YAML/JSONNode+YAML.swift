package import SpecDiagnostics

extension JSONNode {
    /// Reads the documents of a YAML text (YAML 1.2, core schema) with the location of every value; an error where the
    /// text breaks ends the reading, and the document that has it is left out.
    ///
    /// Keys become names as they are written; what JSON cannot hold, such as `.inf`, a cycle or a collection as a key,
    /// is an error.
    package static func readYAML(_ text: JSONText, diagnostics: inout Diagnostics) -> [JSONNode] {
        var documents: [JSONNode] = []
        do throws(YAMLError) {
            try YAMLBytes.withText(text.bytes) { (bytes) throws(YAMLError) in
                var composer = try YAMLComposer(text, bytes)
                defer { diagnostics.append(composer.diagnostics) }
                while let document = try composer.document() { documents.append(document) }
            }
        } catch {
            diagnostics.error(.yamlSyntax, error.message, at: text.location(of: error.offset))
        }
        return documents
    }
}
