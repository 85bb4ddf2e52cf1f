import SpecAPI
import SpecDiagnostics

// Names operations: by `operationId`, else by method and path.
extension OperationPlanner {
    mutating func operationNames() -> [Identifier] {
        let operations = types.api.operations
        let duplicates = duplicateIDs()
        let entries = operations.indices.map { index in
            let operation = operations[index]
            guard let id = operation.operationID, !duplicates.contains(index) else {
                let texts = Self.texts(from: operation)
                return NameScope.Entry(text: texts.short, longer: texts.longer, location: operation.location)
            }
            return NameScope.Entry(text: id.value, location: id.location)
        }
        return NameScope.names(
            of: entries, as: .member, reserved: ["operations", "client", "routes", "respond"],
            types: types.takenNames, pages: types.api.pages)
    }

    /// Warns about operations that repeat the `operationId` of another one, and returns their positions.
    private mutating func duplicateIDs() -> Set<Int> {
        var first: [String: APIOperation] = [:]
        var result: Set<Int> = []
        for (index, operation) in types.api.operations.enumerated() {
            guard let id = operation.operationID else { continue }
            guard let earlier = first[id.value] else {
                first[id.value] = operation
                continue
            }
            result.insert(index)
            types.diagnostics.warning(
                .duplicateOperation,
                "`\(Self.place(operation))` has the operationId `\(id.value)` of `\(Self.place(earlier))`; its method and "
                    + "path name it instead; to choose a name, give it another operationId with an overlay",
                at: id.location, notes: [Diagnostic.Note("it is used here first", at: earlier.operationID?.location)])
        }
        return result
    }

    private static func place(_ operation: APIOperation) -> String {
        "\(operation.method.uppercased()) \(operation.path)"
    }

    /// Makes names of method and path: without segments that only number a version, else with them, else with the
    /// signs inside segments too.
    private static func texts(from operation: APIOperation) -> (short: String, longer: [String]) {
        let segments = operation.path.split(separator: "/").map(String.init)
        let text = { (segments: [String], spelling: NameStyle.Spelling) in
            segments.isEmpty
                ? operation.method + " root"
                : ([operation.method] + segments.flatMap { words($0, spelling) }).joined(separator: " ")
        }
        let others = segments.filter { !isVersion($0) }
        let short = text(others, .usual)
        let longer = [text(segments, .usual), text(segments, .everySign)]
        // The same path with a version may be there first.
        return (short, others == segments ? longer + [short + " unversioned"] : longer)
    }

    private static func words(_ segment: String, _ spelling: NameStyle.Spelling) -> [String] {
        let isPlain = !segment.contains("{")
        if spelling == .usual { return isPlain ? [segment] : ["by"] + PathTemplate.variables(of: segment) }
        let words = isPlain ? [segment] : ["by", segment]
        return words.flatMap { Namer.words($0, spelling) }
    }

    private static func isVersion(_ segment: String) -> Bool {
        guard segment.first == "v" || segment.first == "V" else { return false }
        return segment.count > 1 && segment.dropFirst().allSatisfy { $0.isNumber || $0 == "." }
    }

    /// Reports headers of one response that differ only in case: they are one field (RFC 9110, §5.1).
    mutating func reportEqualHeaders(_ headers: [APIResponseDescription.Header]) {
        var first: [String: APIResponseDescription.Header] = [:]
        for header in headers {
            guard let earlier = first.updateValue(header, forKey: header.name.lowercased()) else { continue }
            types.diagnostics.error(
                .nameCollision,
                "the headers `\(earlier.name)` and `\(header.name)` are one field, because the case of its name has no "
                    + "meaning; leave one of them out with an overlay",
                at: header.location, notes: [Diagnostic.Note("`\(earlier.name)` is here", at: earlier.location)])
        }
    }
}

/// Paths that a server cannot tell apart.
enum AmbiguousPaths {
    /// Reports operations of one method whose paths differ only in the names of variables (OpenAPI 3.0.3, §4.7.8.2). A
    /// client sends what its caller chose, so only a server needs to know which one a request is for.
    static func report(_ api: API, _ diagnostics: inout Diagnostics) {
        var first: [String: APIOperation] = [:]
        for operation in api.operations {
            let shape = "\(operation.method) \(PathTemplate.shape(of: operation.path))"
            guard let earlier = first[shape] else {
                first[shape] = operation
                continue
            }
            diagnostics.error(
                .ambiguousPaths,
                "a server cannot tell `\(operation.path)` from `\(earlier.path)`: only the names of their variables "
                    + "differ; leave one of them out with an overlay, or generate no server",
                at: operation.pathLocation, notes: [Diagnostic.Note("the other path", at: earlier.pathLocation)])
        }
    }
}
