import SpecDiagnostics

/// The thing that a schema describes, in words and with its locations.
struct SchemaSubject {
    /// A component's name, or the part of an operation: "`Amount`", "the request body".
    let root: String
    /// The properties on the way from there; `[]` for the elements of an array.
    var path: [String] = []
    /// The property, parameter or body itself on both sides, which changes belong to.
    var base: SourceLocation?
    var revision: SourceLocation?
    /// Where all changes are shown, whatever component they are found in.
    var redirection: Redirection?
    /// Whether the property or parameter has to be there; nil for anything else.
    var isRequired: Bool?
    /// Whether it does not go this way: a `readOnly` property in a request, a `writeOnly` one in a response.
    var isUnsent = false

    /// "property `currency` of `Amount`", "each element of property `codes` of `Amount`", or the root itself.
    var text: String {
        var prefix = ""
        var rest = path[...]
        while let last = rest.last, let words = Self.words(last) {
            prefix += words
            rest.removeLast()
        }
        guard !rest.isEmpty else { return prefix + root }
        let way = rest.dropFirst().reduce(rest.first ?? "") { $1.hasPrefix("[") ? $0 + $1 : "\($0).\($1)" }
        return "\(prefix)property `\(way)` of \(root)"
    }

    /// Nil for a property.
    private static func words(_ step: String) -> String? {
        switch step {
        case "[]": "each element of "
        case "*": "each additional property of "
        case _ where step.hasSuffix("]"): "`\(step)` of "
        default: nil
        }
    }

    /// The subject of a property inside this one; of the elements, where `name` is `[]`, of additional properties, where
    /// it is `*`, or of an alternative, as in `oneOf[1]`.
    func property(_ name: String, base: SourceLocation?, revision: SourceLocation?) -> Self {
        var inner = self
        inner.path.append(name)
        inner.base = base
        inner.revision = revision
        inner.isRequired = nil
        return inner
    }
}
