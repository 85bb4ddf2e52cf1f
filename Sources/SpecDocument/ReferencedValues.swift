package import SpecDiagnostics
package import SpecTree

// What a reference leads to outside of `components` is read where it stands, unless that is no place for such an
// object: so only errors that are not known yet are reported.

extension ReferenceOr<Schema> {
    /// Reads a schema that a reference leads to; nil, and an error, when it is none.
    package static func decode(_ node: JSONNode, diagnostics: inout Diagnostics) -> Self? {
        let decoding = DocumentDecoding()
        let schema = SchemaTree.decode(node, at: .field("$ref", of: "Reference Object"), decoding)
        decoding.reportNewErrors(of: node, to: &diagnostics)
        return schema
    }
}

extension PathItem {
    /// Reads a path item that `$ref` leads to (OpenAPI 3.0.3, §4.7.9); nil, and an error, when it is none.
    package static func decode(_ node: JSONNode, diagnostics: inout Diagnostics) -> PathItem? {
        let decoding = DocumentDecoding()
        let item = decode(node, at: .field("$ref", of: Field.objectName), decoding)
        decoding.reportNewErrors(of: node, to: &diagnostics)
        return item
    }
}

extension DocumentDecoding {
    fileprivate func reportNewErrors(of node: JSONNode, to diagnostics: inout Diagnostics) {
        var found = Diagnostics()
        report(on: node.location.file, to: &found)
        for diagnostic: Diagnostic in found.all where diagnostic.severity == .error {
            let location: SpecDiagnostics.SourceLocation? = diagnostic.location
            let same: [Diagnostic] = diagnostics.all.filter { $0.id == diagnostic.id }
            if !same.contains(where: { $0.location == location }) { diagnostics.append(diagnostic) }
        }
    }
}
