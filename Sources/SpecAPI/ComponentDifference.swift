import SpecDiagnostics

/// Where two pages first differ.
struct ComponentDifference {
    /// A member that only one of them has.
    enum Member {
        case first(String)
        case second(String)
    }

    let first: SourceLocation
    let second: SourceLocation
    var only: Member?

    /// What the first page has, where the diagnostic stands at the second.
    var note: Diagnostic.Note {
        switch only {
        case .first(let name)?: Diagnostic.Note("only the first page has `\(name)`", at: first)
        case .second(let name)?: Diagnostic.Note("the first page has no `\(name)` here", at: first)
        case nil: Diagnostic.Note("the first page has this", at: first)
        }
    }
}
