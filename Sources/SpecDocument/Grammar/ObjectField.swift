/// The fields of one object of the specification: what its decoder can ask for, what "did you mean" chooses from and
/// what the table of the specification's coverage lists.
protocol ObjectField: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
    /// The object's name in the specification: `Info Object`.
    static var objectName: String { get }
    /// The fields that OpenAPI 3.0.3 does not give this object.
    static var additions: [Self] { get }
    /// Names that the document chooses, as the specification writes them: `/{path}`.
    static var patterns: [String] { get }
}

extension ObjectField {
    static var additions: [Self] {
        allCases.filter { $0.rawValue.hasPrefix(KurusExtension.prefix) }
    }

    static var patterns: [String] { [] }
}
