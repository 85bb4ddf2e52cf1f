/// Which operation of the base became which one of the revision: those of the same method and path; then those whose paths
/// differ only in the names of their parameters.
struct MatchedOperations {
    private(set) var all: [(base: OperationSpot, revision: OperationSpot)] = []
    private(set) var removed: [OperationSpot] = []
    private(set) var added: [OperationSpot] = []

    init(_ base: [OperationSpot], _ revision: [OperationSpot]) {
        var left: [String: OperationSpot] = [:]
        for operation in revision { left[operation.name] = operation }
        let known = Set(base.map(\.name))
        var shapes = Dictionary(grouping: revision.filter { !known.contains($0.name) }, by: \.shape)
        for operation in base {
            let found = left.removeValue(forKey: operation.name) ?? shapes[operation.shape]?.popLast()
            if let found {
                left[found.name] = nil
                all.append((operation, found))
            } else {
                removed.append(operation)
            }
        }
        added = revision.filter { left[$0.name] != nil }
    }
}
