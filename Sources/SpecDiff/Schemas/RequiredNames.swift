import SpecDiagnostics
import SpecTree

/// The names in `required`, and where they stand.
struct RequiredNames {
    private(set) var names: [String] = []
    private var places: [String: SourceLocation] = [:]
    /// Whether the field is missing or a list of strings.
    private(set) var isReadable = true

    init(_ field: Spot?) {
        guard let field else { return }
        isReadable = field.node.elements?.allSatisfy { $0.string != nil } ?? false
        for element in field.node.elements ?? [] {
            guard let name = element.string, places[name] == nil else { continue }
            names.append(name)
            places[name] = element.location
        }
    }

    func contains(_ name: String) -> Bool { places[name] != nil }

    func place(of name: String) -> SourceLocation? { places[name] }
}
