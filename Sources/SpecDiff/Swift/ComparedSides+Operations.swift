import ClientGenerator

extension ComparedSides {
    mutating func compareOperations() {
        let operations = sides.types.operations
        for pair in operations.pairs {
            owner = pair
            OperationComparison(base: pair.base, revision: pair.revision, sides: sides).report(to: &self)
        }
        owner = (nil, nil)
        for operation in operations.gone { reportGone(operation) }
        for operation in operations.added { reportAdded(operation) }
    }

    private mutating func reportGone(_ operation: Declaration) {
        let namespace = sides.types.base.namespace(of: operation).map { ", and so is `\($0.path)`" } ?? ""
        report(
            .breaking, sides.baseName(of: operation), operation, nil,
            "the method is gone\(namespace): calls of it no longer compile")
        operation.typesInUse.forEach { explain(base: $0, in: nil, in: nil) }
    }

    private mutating func reportAdded(_ operation: Declaration) {
        report(
            .warning, sides.revisionName(of: operation), nil, operation,
            "the method is new: callers notice nothing, a conformance of one's own to "
                + "`\(sides.types.revision.protocolName)` has to implement it")
        operation.typesInUse.forEach { explain(in: nil, revision: $0, in: nil) }
    }
}

extension DeclarationSides {
    func baseName(of operation: Declaration) -> String { types.base.qualified(operation) }
    func revisionName(of operation: Declaration) -> String { types.revision.qualified(operation) }
}

extension DeclaredTypes {
    fileprivate func qualified(_ operation: Declaration) -> String {
        [caller?.path, operation.fullName].compactMap(\.self).joined(separator: ".")
    }

    /// Of the operations, as code has to write it.
    var protocolName: String { first(.protocol)?.path ?? "the protocol" }
}

extension Declaration {
    /// The types of the parameters and of the result.
    var typesInUse: [SwiftType] { parameters.map(\.type) + [type].compactMap(\.self) }
}
