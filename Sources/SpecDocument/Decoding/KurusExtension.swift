import SourceText

/// The specification extensions (OpenAPI 3.0.3, §4.9) that Kurus reads.
enum KurusExtension: String, CaseIterable {
    static let prefix = "x-kurus-"

    case effect = "x-kurus-effect"
    case identifiers = "x-kurus-identifiers"
    case sensitive = "x-kurus-sensitive"
    case deprecated = "x-kurus-deprecated"

    /// The objects it belongs in, for messages.
    var objects: String {
        switch self {
        case .effect, .identifiers: "an Operation Object"
        case .sensitive: "a Schema Object or beside `$ref`"
        case .deprecated: "a Schema Object"
        }
    }

    /// The extension that a name was probably meant to be; nil for extensions of others.
    static func suggestion(for name: String) -> String? {
        guard let dash = name.dropFirst(2).firstIndex(of: "-") else { return nil }
        let vendor = String(name[...dash])
        guard vendor == prefix || DidYouMean.suggestion(for: vendor, in: [prefix]) != nil else { return nil }
        return DidYouMean.suggestion(for: name, in: allCases.map(\.rawValue))
    }
}
