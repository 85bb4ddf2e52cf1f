package import SpecDiagnostics
package import SpecPages

extension ReferenceOr<Schema> {
    /// Reads a schema that a reference leads to outside of `components`; nil, and an error, when it is none.
    ///
    /// What is wrong in it was reported where it stands, unless that is no place for a schema.
    package static func decode(_ node: JSONNode, diagnostics: inout Diagnostics) -> Self? {
        let decoding = DocumentDecoding()
        let schema = SchemaTree.decode(node, at: .field("$ref", of: "Reference Object"), decoding)
        var found = Diagnostics()
        decoding.report(on: node.location.file, to: &found)
        for diagnostic in found.all where diagnostic.severity == .error {
            let isKnown = diagnostics.all.contains { $0.id == diagnostic.id && $0.location == diagnostic.location }
            if !isKnown { diagnostics.append(diagnostic) }
        }
        return schema
    }
}
