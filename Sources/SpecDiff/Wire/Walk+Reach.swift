import SpecDiagnostics

// Which operations a change reaches.
extension Walk {
    /// The changes, each with its operations.
    func reachedChanges() -> [Change] {
        var known: [[Int]: [String]] = [:]
        return changes.map { found in
            var change = found.change
            if let operations = known[found.visits] {
                change.operations = operations
            } else {
                change.operations = operations(reaching: found.visits)
                known[found.visits] = change.operations
            }
            return change
        }
    }

    /// The operations that lead to a component, by its place on either side; or that stand there.
    func operations(at location: SourceLocation) -> [String] {
        if let operation = operationPlaces[location] { return [operation] }
        return operations(reaching: placeVisits(location))
    }

    /// Walks back to the operations, in their order.
    private func operations(reaching visits: [Int]) -> [String] {
        var seen = Set(visits)
        var open = visits
        while let next = open.popLast() {
            for parent in self.visits[next].parents where seen.insert(parent).inserted { open.append(parent) }
        }
        return seen.sorted().compactMap { self.visits[$0].operation }
    }
}
