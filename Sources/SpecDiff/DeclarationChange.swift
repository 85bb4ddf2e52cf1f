package import SpecDiagnostics

/// A declaration of the generated module that differs, and what that does to code that imports the module.
package struct DeclarationChange: Hashable, Sendable {
    /// Its name within the module: `Amount.currency`, `Amount.init(value:currency:)`.
    package var name: String
    package var level: ChangeLevel
    /// The declaration as it was and as it is, without access level; nil where there was or is none.
    package var was: String?
    package var now: String?
    /// What happens to code that uses it: one sentence, without a full stop.
    package var effect: String
    /// Where in the documents the thing stands that it is generated from.
    package var base: SourceLocation?
    package var revision: SourceLocation?
    /// Nil for its type, its place or the thing as a whole.
    package var concern: Concern?
    /// Where the type or the operation begins that it belongs to.
    package var baseOwner: SourceLocation?
    package var revisionOwner: SourceLocation?

    package init(
        name: String, level: ChangeLevel, was: String?, now: String?, effect: String, base: SourceLocation?,
        revision: SourceLocation?
    ) {
        self.name = name
        self.level = level
        self.was = was
        self.now = now
        self.effect = effect
        self.base = base
        self.revision = revision
    }
}
