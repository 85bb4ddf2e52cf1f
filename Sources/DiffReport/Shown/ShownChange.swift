import SpecDiff

/// A change as people read it, without repetitions.
struct ShownChange: Sendable {
    let change: Change
    /// Unique within the report.
    let fingerprint: String

    /// The message with a capital, and before it the subject, if the message does not name it.
    var headline: String {
        Capitalized.text(saysItsSubject ? change.message : "\(change.subject): \(change.message)")
    }

    var levels: String { "wire \(change.wire.word), source \(change.source.word)" }

    private var saysItsSubject: Bool {
        let pieces = change.subject.split(separator: "`", omittingEmptySubsequences: false)
        let names = stride(from: 1, to: pieces.count, by: 2).map { pieces[$0] }
        return names.isEmpty
            ? change.message.contains(change.subject) : names.allSatisfy { change.message.contains("`\($0)`") }
    }

    /// The old and the new value; nil where a declaration shows the same.
    var was: String? { isShownByDeclaration ? nil : change.was }
    var now: String? { isShownByDeclaration ? nil : change.now }

    private var isShownByDeclaration: Bool {
        change.declarations.contains { $0.was == change.was && $0.now == change.now }
    }

    var declarations: [ShownDeclaration] {
        change.declarations.map { ShownDeclaration(declaration: $0, change: change) }
    }
}

/// A declaration that differs because of a change.
struct ShownDeclaration {
    /// The mark of a line of code that is gone, new, or kept with another effect.
    enum Mark: String {
        case removed = "- "
        case added = "+ "
        case kept = "  "
    }

    let declaration: DeclarationChange
    let change: Change

    /// Its name and level, and the effect on code that uses it, unless that is the change's message.
    var sentence: String {
        let name = "\(declaration.name) (\(declaration.level.word))"
        return effect.map { "\(name): \($0)" } ?? name
    }

    var effect: String? { declaration.effect == change.message ? nil : declaration.effect }

    var lines: [(mark: Mark, code: String)] {
        if let was = declaration.was, was == declaration.now { return [(.kept, was)] }
        let was = declaration.was.map { (mark: Mark.removed, code: $0) }
        let now = declaration.now.map { (mark: Mark.added, code: $0) }
        return [was, now].compactMap(\.self)
    }
}
