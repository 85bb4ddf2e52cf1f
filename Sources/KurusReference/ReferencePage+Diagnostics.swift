package import SpecDiagnostics

extension ReferencePage {
    static let diagnostics = Self(
        topic: "diagnostics", fileName: "Diagnostics", title: "Diagnostics",
        summary: "Every error and warning about a page, a document or a kurus.json, by its id",
        parts: [
            .paragraph(
                "A diagnostic is printed as `page.md:8:312: error: message [id]`, with the line and a caret. "
                    + "`kurus lint --format json` prints them for a machine, and `kurus explain ID` prints an entry of "
                    + "this table together with what to do."),
            .table(
                ReferenceTable(
                    columns: ["id", "meaning", "what to do"], mainColumn: 1,
                    rows: DiagnosticEntry.all.map { ["`\($0.id.rawValue)`", $0.summary, $0.remedy] })),
        ])
}

/// A diagnostic as `kurus explain` and the page of diagnostics describe it.
package struct DiagnosticEntry: Sendable {
    package let id: DiagnosticID
    /// The finding, in one sentence of Markdown.
    package let summary: String
    /// The remedy, in Markdown.
    package let remedy: String

    private init(_ id: DiagnosticID, _ summary: String, _ remedy: String) {
        self.id = id
        self.summary = summary
        self.remedy = remedy
    }
}

extension DiagnosticEntry {
    /// The entries of all diagnostics, in the order of `DiagnosticID`.
    package static let all: [Self] =
        pages + documents + overlays + resolving + generating + accepting + files
}

extension DiagnosticEntry {
    private static let pages: [Self] = [
        Self(
            .jsonSyntax, "The text breaks JSON's grammar (RFC 8259), is not UTF-8, or nests too deep.",
            "Correct the text at the caret. In a provider's page, fetch the page again before you change it."),
        Self(
            .yamlSyntax, "The text breaks YAML's grammar (YAML 1.2), or holds a value that JSON cannot.",
            "Correct the text at the caret."),
        Self(
            .duplicateMember, "An object has a name twice; both locations are shown.",
            "Ask the provider which one is meant. An overlay cannot repair it, because a document with duplicate "
                + "members is not read: remove one of them in the page."),
        Self(
            .emptyFile, "A page or document has no content.",
            "Fetch the page again (`kurus update`), or take it out of `inputs` in kurus.json."),
        Self(
            .noDocument, "No fenced block of a page is an OpenAPI document.",
            "Check that the page has a fenced code block whose JSON object has the member `openapi`, or take the "
                + "page out of `inputs` in kurus.json."),
    ]

    private static let documents: [Self] = [
        Self(
            .wrongType, "A field's value has another JSON type than the specification requires.",
            "Replace the value in an overlay by one of the type that the message names."),
        Self(
            .missingField, "A required field is missing.",
            "Add the field with an action of the overlay whose target is the object that lacks it."),
        Self(
            .unknownField, "A field that the specification does not define, with the nearest one.",
            "Correct the spelling in an overlay: remove the field, and add the one that is meant. An extension's "
                + "name begins with `x-`."),
        Self(
            .invalidValue, "A value that the field does not allow, with those it does.",
            "Replace the value with one that the message lists, in an overlay or in the file itself."),
        Self(
            .unsupportedVersion, "Another version than OpenAPI 3.0, 3.1 and 3.2 or Overlay 1.0.",
            "Convert the document to OpenAPI 3, as `npx swagger2openapi` does with Swagger 2.0, or the overlay to "
                + "Overlay 1.0."),
        Self(
            .sloppyDocument, "A breach of the specification that leaves the document usable (warning).",
            "Nothing has to be done: the message explains how the document is read. An overlay makes the warning go "
                + "away."),
        Self(
            .notFollowed, "A field that is read and has no effect on what is generated (warning).",
            "Nothing has to be done, if the message's consequence is acceptable. An overlay that removes the field makes "
                + "the warning go away."),
    ]

    private static let overlays: [Self] = [
        Self(
            .jsonPath, "An overlay's target is not a JSONPath that Kurus reads.",
            "Write the target with names, indexes, `*` and `..`, as in `$.paths['/pay'].post`. Filters and slices of "
                + "RFC 9535 are not supported: write one action for each index."),
        Self(
            .overlayMatchesNothing, "An overlay's action matches in none of the documents.",
            "The page has probably changed: compare it with `kurus diff`, then correct the target or remove the "
                + "action."),
        Self(
            .overlayTarget, "An overlay's action cannot be carried out at its target.",
            "Select objects or arrays; replace a member of another kind by an update of the "
                + "object that holds it."),
    ]

    private static let resolving: [Self] = [
        Self(
            .danglingReference, "A `$ref` or a discriminator's mapping leads to nothing.",
            "Correct the reference, or add the component that it names, in an overlay."),
        Self(
            .unsupportedReference, "A `$ref` is a URL, or leads to another kind of component.",
            "Copy the target into `components` of the same document, and refer to it there."),
        Self(
            .cyclicReference, "A reference leads back to itself without describing anything.",
            "Replace one of the references of the cycle by a description."),
        Self(
            .unknownType, "A word of `type` that OpenAPI does not know; kurus.json can give it a Swift type.",
            "Name the Swift type with `types` in kurus.json, as in `{\"money\": \"Decimal\"}`."),
        Self(
            .conflictingSchemas,
            "Schemas that no value satisfies together; the value is read as any JSON value (warning).",
            "Correct one of the schemas in an overlay, so that the value gets a type of its own."),
        Self(
            .conflictingComponents, "Pages describe a component in different ways.",
            "Choose a page with `components` in kurus.json, or make the descriptions equal in an overlay."),
        Self(
            .conflictingOperations, "Pages describe an operation in different ways.",
            "Make the descriptions equal in an overlay, or take one of the pages out of `inputs`."),
        Self(
            .differingServers, "A page lacks a server that another page lists; an operation lists only some (warning).",
            "Add the server in an overlay, or decide with `servers` in kurus.json where the page's operations are "
                + "sent."),
        Self(
            .proseDiffers, "Pages differ only in prose; the first page's is used (warning).",
            "Nothing has to be done. To choose the words, make them equal in an overlay."),
        Self(
            .ambiguousPaths, "A server cannot tell two paths apart: they differ only in the names of their variables.",
            "Remove one of the paths in an overlay, or generate no server. A client needs nothing."),
        Self(
            .duplicateParameter, "An operation has a parameter twice.", "Remove one of the two in an overlay."),
        Self(
            .ignoredDiscriminator, "A discriminator that cannot tell its alternatives apart (warning).",
            "Make the property a required one of every alternative, and the alternatives schemas of `components`; "
                + "otherwise the alternative that knows most members is read."),
        Self(
            .unusedOption, "An unused entry of kurus.json.", "Remove the entry, or correct its name."),
        Self(
            .notGenerated, "Callbacks and links are read, but nothing is generated for them (warning).",
            "Nothing has to be done. An overlay that removes them makes the warning go away."),
        Self(
            .operationLeftOut,
            "Operations need something that is wrong: those of an INPUT are left out (a warning), those of a kurus.json "
                + "are an error.",
            "Mend the document with an overlay, or list the operations in `leaveOut` of kurus.json. `kurus generate "
                + "--strict` makes it an error for an INPUT too."),
    ]

    private static let generating: [Self] = [
        Self(
            .duplicateOperation, "Two operations have one `operationId`; the second is named by its path (warning).",
            "Give one of them another `operationId` in an overlay."),
        Self(
            .nameCollision, "Two headers of a response are one field: their names differ only in case.",
            "Remove one of the two in an overlay."),
        Self(
            .unsupportedFeature, "A part of a document that has no form in Swift.",
            "Describe it in another way, or remove it, in an overlay."),
        Self(
            .mediaTypeLeftOut, "Another representation of the same content is used (warning).",
            "Nothing has to be done. An overlay that removes the representation makes the warning go away."),
    ]

    private static let accepting: [Self] = [
        Self(
            .duplicateAcceptance, "A list of accepted changes has one fingerprint twice.",
            "Remove one of the two entries."),
        Self(
            .acceptanceMatchesNothing, "An accepted change that the comparison does not find.",
            "Remove the entry, or correct its fingerprint: it is the `id` that `kurus diff` prints."),
        Self(
            .acceptanceExpired, "An accepted change whose last day has passed; it accepts nothing.",
            "Decide again: give the entry a later day in `expires`, or remove it."),
    ]

    private static let files: [Self] = [
        Self(
            .unreadableFile, "A file or folder cannot be read.",
            "Check that the path is right, and that it may be read."),
        Self(
            .unwritableFile, "A file or folder cannot be written.",
            "Make the folder writable, or choose another `output`."),
        Self(
            .foreignFile, "A file that Kurus did not write has the name of one that it would write.",
            "Move the file away, or choose another `module` or `output`."),
        Self(
            .noMatchingFile, "A glob of kurus.json matches no file.",
            "Correct the glob: it is relative to the folder of kurus.json."),
        Self(
            .conflictingOutput, "Two clients would be written to the same file.",
            "Give one of them another `module` or `output`."),
        Self(
            .doesNotCompile, "`--verify`: the compiler found an error in what was generated.",
            "Report it with the document: it is a mistake of Kurus. Until it is mended, leave out what it concerns with "
                + "an overlay."),
        Self(
            .notVerified, "`--verify`: there is no compiler, or no module KurusRuntime for it.",
            "Install a Swift toolchain, and run kurus in a package that depends on Kurus."),
    ]
}
