import ClientGenerator

extension ComparedSides {
    /// What holds for every declaration: the module's name and who may use them.
    mutating func compareModules() {
        let (base, revision) = (sides.types.base, sides.types.revision)
        if base.module != revision.module {
            report(
                .breaking, base.module, nil, nil,
                "the module is named `\(revision.module)` now: `import \(base.module)` no longer compiles")
        }
        guard base.access != revision.access else { return }
        let isLess = revision.access.reach < base.access.reach
        report(
            isLess ? .breaking : .info, revision.module, nil, nil,
            isLess
                ? "its declarations are `\(revision.access.rawValue)` now, and no longer seen from where `\(base.access.rawValue)` ones are"
                : "its declarations are `\(revision.access.rawValue)` now, and seen by more code")
    }
}

extension AccessLevel {
    fileprivate var reach: Int {
        switch self {
        case .internal: 0
        case .package: 1
        case .public: 2
        }
    }
}
