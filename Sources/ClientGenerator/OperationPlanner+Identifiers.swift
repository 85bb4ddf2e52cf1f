import SpecDocument
import SourceText
import SpecAPI
import SpecDiagnostics

extension OperationPlanner {
    /// What identifies a call has to be something that the call has: a parameter of its path or a member of its body.
    mutating func checkIdentifiers(of operation: APIOperation) {
        guard !operation.identifiers.isEmpty else { return }
        let known = operation.parameters.filter { $0.place == .path }.map(\.name) + bodyMembers(of: operation)
        for identifier in operation.identifiers where !known.contains(identifier.value) {
            types.diagnostics.error(
                .invalidValue,
                "`x-kurus-identifiers` names `\(identifier.value)`, which is no parameter of the path and no property of "
                    + "the JSON body; allowed are \(known.map { "`\($0)`" }.joined(separator: ", "))"
                    + (DidYouMean.suggestion(for: identifier.value, in: known).map { "; did you mean `\($0)`?" } ?? ""),
                at: identifier.location)
        }
    }

    private func bodyMembers(of operation: APIOperation) -> [String] {
        let schema = operation.body?.content.first { $0.kind == .json }?.schema
        guard case .object(let object)? = schema.map(types.api.resolved)?.shape else { return [] }
        return object.properties.map(\.name)
    }
}
