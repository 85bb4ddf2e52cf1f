/// What a report says that the comparison does not know.
package struct ReportOptions: Sendable {
    /// The two inputs as the user named them.
    package var base: String
    package var revision: String
    /// Whether text is coloured, for a terminal (ECMA-48, §8.3.117).
    package var usesColour: Bool

    /// The path from the repository's root of a file that the report names: annotations stand there.
    package var repositoryPath: @Sendable (_ path: String) -> String = { $0 }

    package init(base: String, revision: String, usesColour: Bool = false) {
        self.base = base
        self.revision = revision
        self.usesColour = usesColour
    }
}
