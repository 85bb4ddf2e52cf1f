/// The stable names of all diagnostics; the README's table lists them.
package enum DiagnosticID: String, CaseIterable, Sendable {
    // SpecPages
    case jsonSyntax = "json-syntax"
    case duplicateMember = "duplicate-member"
    case emptyFile = "empty-file"
    case noDocument = "no-document"

    // SpecDocument
    case wrongType = "wrong-type"
    case missingField = "missing-field"
    case unknownField = "unknown-field"
    case invalidValue = "invalid-value"
    case unsupportedVersion = "unsupported-version"
    case sloppyDocument = "sloppy-document"

    // Overlays
    case jsonPath = "json-path"
    case overlayMatchesNothing = "overlay-matches-nothing"
    case overlayTarget = "overlay-target"

    // Files
    case unreadableFile = "unreadable-file"
    case unwritableFile = "unwritable-file"
    case foreignFile = "foreign-file"
    case noMatchingFile = "no-matching-file"
    case conflictingOutput = "conflicting-output"
}
