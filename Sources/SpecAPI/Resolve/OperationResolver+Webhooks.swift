import SpecDiagnostics
import SpecDocument
import SpecTree

// Webhooks (OpenAPI 3.1.1, §4.8.1): requests that the provider sends, which no client answers.
extension OperationResolver {
    /// Returns the schemas of contents that only webhooks have, so that a receiver can read them by generated types.
    ///
    /// - Parameter names: The names of the other schemas, which these do not take.
    mutating func webhookSchemas(besides names: [String]) -> [NamedSchema] {
        var taken = Set(names)
        var result: [NamedSchema] = []
        for (scope, source) in documents.enumerated() {
            for webhook in source.document.webhooks.entries {
                schemas.diagnostics.warning(
                    .notGenerated,
                    "the webhook `\(webhook.name)` is left out: nothing is generated for webhooks but the types of "
                        + "their contents", at: webhook.location)
                for schema in contents(of: webhook, in: scope) {
                    let name = Self.freeName("\(webhook.name) webhook", &taken)
                    result.append(NamedSchema(name: name, location: webhook.location, schema: schema))
                }
            }
        }
        return result
    }

    /// Returns the schemas of JSON that the webhook's requests have and that have no name yet.
    private mutating func contents(of webhook: NamedValues<PathItem>.Entry, in scope: Int) -> [APISchema] {
        var result: [APISchema] = []
        for home in pathItems(webhook, in: scope) {
            for operation in home.object.operations {
                let content = body(of: operation, in: home.scope)?.content ?? []
                guard let schema = content.first(where: { $0.kind == .json })?.schema else { continue }
                switch schema.shape {
                case .object, .union, .enumeration, .array: result.append(schema)
                case .any, .scalar, .reference: break
                }
            }
        }
        return result
    }

    private static func freeName(_ name: String, _ taken: inout Set<String>) -> String {
        var free = name
        var number = 2
        while !taken.insert(free).inserted {
            free = "\(name) \(number)"
            number += 1
        }
        return free
    }
}
