import SpecDiagnostics

/// What a schema is the schema of, in words and places.
struct SchemaSubject {
    /// A component's name, or the part of an operation: "`Amount`", "the request body".
    let root: String
    /// The properties on the way from there; `[]` stands for the elements of an array.
    var path: [String] = []
    /// The property, parameter or body itself on both sides: what a change belongs to.
    var base: SourceLocation?
    var revision: SourceLocation?
    /// Where all changes are shown, whatever component they are found in: at a reference that leads elsewhere now.
    var pinned: (base: SourceLocation, revision: SourceLocation)?
    /// Whether the property or parameter has to be there; nil for anything else.
    var isRequired: Bool?
    /// It does not go this way: a `readOnly` property in a request, a `writeOnly` one in a response.
    var isUnsent = false

    /// "property `currency` of `Amount`", or the root itself.
    var text: String {
        path.isEmpty ? root : "property `\(path.joined(separator: "."))` of \(root)"
    }

    /// The subject of a property that stands in this one; of the elements, where `name` is `[]`.
    func property(_ name: String, base: SourceLocation?, revision: SourceLocation?) -> Self {
        var inner = self
        inner.path.append(name)
        inner.base = base
        inner.revision = revision
        inner.isRequired = nil
        return inner
    }
}
