import ClientGenerator

extension ComparedSides {
    mutating func compareTypes() {
        for pair in sides.types.pairs {
            owner = (pair.base.declaration, pair.revision.declaration)
            reportName(pair)
            compare(pair)
        }
        owner = (nil, nil)
        for entry in sides.types.gone.flatMap({ content(of: $0, in: sides.types.base) })
        where !explained.base.contains(entry.path) { reportGone(entry) }
        for entry in sides.types.added.flatMap({ content(of: $0, in: sides.types.revision) })
        where !explained.revision.contains(entry.path) { reportAdded(entry) }
    }

    private mutating func reportName(_ pair: TypePair) {
        guard pair.base.path != pair.revision.path, pair.base.declaration.kind != .namespace else { return }
        // What is nested in a renamed type has its new name from there.
        if let parent = pair.base.parent, let now = pair.revision.parent, (sides.renamed[parent] ?? parent) == now,
            pair.base.declaration.name == pair.revision.declaration.name
        {
            return
        }
        report(
            .breaking, pair.base.path, pair.base.declaration, pair.revision.declaration,
            "`\(pair.base.path)` is now `\(pair.revision.path)`: code that names it has to use the new name")
    }

    private mutating func compare(_ pair: TypePair) {
        let (base, revision) = (pair.base.declaration, pair.revision.declaration)
        guard base.kind == revision.kind else {
            report(
                .breaking, pair.base.path, base, revision,
                "it is \(revision.kindText) now, no longer \(base.kindText): code that uses it no longer compiles")
            return
        }
        switch base.kind {
        case .structure, .form: StructureComparison(pair, sides).report(to: &self)
        case .enumeration, .union, .output, .failure: EnumComparison(pair, sides).report(to: &self)
        case .alias: compareAliases(pair)
        case .client: ServerConstants.report(pair, to: &self)
        default: break
        }
    }

    private mutating func compareAliases(_ pair: TypePair) {
        let (base, revision) = (pair.base.declaration, pair.revision.declaration)
        let difference = sides.difference(
            base.type, in: pair.base.parent, revision.type, in: pair.revision.parent)
        if case .same = difference { return }
        let component = sides.nullableComponents(
            base.type, in: pair.base.parent, revision.type, in: pair.revision.parent)
        report(
            .breaking, pair.base.path, base, revision,
            "it stands for `\(revision.typeText)` now: code that uses it as `\(base.typeText)` no longer compiles",
            at: component ?? (base.location, revision.location), about: difference.concern)
        explain(base: base.type, in: pair.base.parent, revision: revision.type, in: pair.revision.parent)
    }

    /// Of a namespace, the types in it: code names nothing else of it.
    private func content(of entry: DeclaredTypes.Entry, in types: DeclaredTypes) -> [DeclaredTypes.Entry] {
        entry.declaration.kind == .namespace ? types.nested(in: entry) : [entry]
    }

    private mutating func reportGone(_ entry: DeclaredTypes.Entry) {
        report(.breaking, entry.path, entry.declaration, nil, "the type is gone: code that names it no longer compiles")
    }

    private mutating func reportAdded(_ entry: DeclaredTypes.Entry) {
        report(.info, entry.path, nil, entry.declaration, "the type is new")
    }
}

extension Declaration {
    /// What it is, in a sentence.
    fileprivate var kindText: String {
        switch kind {
        case .structure: "a struct"
        case .form: "a struct of a multipart form"
        case .enumeration: "an open enum"
        case .union: "an enum of alternatives"
        case .output, .failure: "an enum of answers"
        case .alias: "an alias of `\(typeText)`"
        case .protocol: "a protocol"
        default: "another declaration"
        }
    }
}
