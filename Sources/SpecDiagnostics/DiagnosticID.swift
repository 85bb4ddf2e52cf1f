/// The stable names of all diagnostics; `kurus help diagnostics` lists them.
package enum DiagnosticID: String, CaseIterable, Sendable {
    // SpecPages
    case jsonSyntax = "json-syntax"
    case yamlSyntax = "yaml-syntax"
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
    case notFollowed = "not-followed"

    // Overlays
    case jsonPath = "json-path"
    case overlayMatchesNothing = "overlay-matches-nothing"
    case overlayTarget = "overlay-target"

    // SpecAPI
    case danglingReference = "dangling-reference"
    case unsupportedReference = "unsupported-reference"
    case cyclicReference = "cyclic-reference"
    case unknownType = "unknown-type"
    case conflictingSchemas = "conflicting-schemas"
    case conflictingComponents = "conflicting-components"
    case conflictingOperations = "conflicting-operations"
    case differingServers = "differing-servers"
    case proseDiffers = "prose-differs"
    case ambiguousPaths = "ambiguous-paths"
    case duplicateParameter = "duplicate-parameter"
    case ignoredDiscriminator = "ignored-discriminator"
    case unusedOption = "unused-option"
    case notGenerated = "not-generated"
    case operationLeftOut = "operation-left-out"

    // ClientGenerator
    case duplicateOperation = "duplicate-operation"
    case nameCollision = "name-collision"
    case unsupportedFeature = "unsupported-feature"
    case mediaTypeLeftOut = "media-type-left-out"

    // SpecDiff
    case duplicateAcceptance = "duplicate-acceptance"
    case acceptanceMatchesNothing = "acceptance-matches-nothing"
    case acceptanceExpired = "acceptance-expired"

    // Files
    case unreadableFile = "unreadable-file"
    case unwritableFile = "unwritable-file"
    case foreignFile = "foreign-file"
    case noMatchingFile = "no-matching-file"
    case conflictingOutput = "conflicting-output"
    case doesNotCompile = "does-not-compile"
    case notVerified = "not-verified"
}
