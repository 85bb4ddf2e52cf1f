package import SpecDiagnostics
package import SpecPages

extension ReferenceOr<Schema> {
    /// Reads a schema that a reference leads to outside of `components`; nil, and an error, when it is none.
    package static func decode(_ node: JSONNode, diagnostics: inout Diagnostics) -> Self? {
        let decoding = DocumentDecoding()
        let schema = SchemaTree.decode(node, at: .field("$ref", of: "Reference Object"), decoding)
        diagnostics.append(decoding.diagnostics)
        return schema
    }
}
