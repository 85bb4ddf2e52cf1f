import SpecDiff

/// A change as people read it: nothing is said twice.
struct ShownChange: Sendable {
    let change: Change
    /// Told apart from those of all other changes of the report.
    let fingerprint: String

    /// What is different, and of what, with a capital: the message, and before it the subject where it does not name
    /// that.
    var headline: String {
        Capitalized.text(saysItsSubject ? change.message : "\(change.subject): \(change.message)")
    }

    private var saysItsSubject: Bool {
        let pieces = change.subject.split(separator: "`", omittingEmptySubsequences: false)
        let names = stride(from: 1, to: pieces.count, by: 2).map { pieces[$0] }
        return names.isEmpty
            ? change.message.contains(change.subject) : names.allSatisfy { change.message.contains("`\($0)`") }
    }

    /// What was and what is; nil where a declaration shows the same.
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
    /// Whether a line of code is gone, new, or still there and different in what it does.
    enum Mark: String {
        case removed = "- "
        case added = "+ "
        case kept = "  "
    }

    let declaration: DeclarationChange
    let change: Change

    /// Its name, level, and what happens to code that uses it, where the change does not say so already.
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
