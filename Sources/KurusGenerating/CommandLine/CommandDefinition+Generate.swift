import ClientGenerator
package import KurusCommandLine
import SpecAPI

extension GenerateCommand {
    package static let definition = CommandDefinition(
        name: "generate",
        summary: "write the Swift clients of OpenAPI documents",
        synopses: [
            "kurus generate [--check]",
            "kurus generate INPUT... --module NAME --output DIR [OPTION...]",
            "kurus generate --config FILE [--output DIR] [--check]",
        ],
        paragraphs: [
            "Without INPUT, reads every specs/*/kurus.json below the working directory and writes the clients that it "
                + "describes to their output folders.",
            "INPUT is an OpenAPI 3.0 document (.json), a page of Markdown with documents in fenced code blocks, or a "
                + "folder: all .json and .md files in it. All INPUTs together are one API.",
            "A file is written only if its bytes change. Files that kurus wrote before and no longer writes are "
                + "removed; files that it did not write are left alone, and are an error where one is in the way. "
                + "Nothing of a client is written when one of its documents has an error; the other clients are "
                + "still written.",
            "Diagnostics go to standard error, one line for each client to standard output.",
        ],
        options: [
            GenerateOptions.check, GenerateOptions.module, GenerateOptions.output, GenerateOptions.access,
            GenerateOptions.emit, GenerateOptions.overlay, GenerateOptions.config,
        ],
        exitStatuses: [
            (.done, "Everything is written, or with --check, up to date."),
            (.stale, "With --check: a file would change."),
            (.usage, "The command line is wrong."),
            (.unusableInput, "An input cannot be read or used, or a file cannot be written."),
        ],
        examples: [
            ("kurus generate", "Write the clients of all of specs/."),
            ("kurus generate --check", "The same as a check, for continuous integration."),
            (
                "kurus generate petstore.json --module PetstoreAPI --output Sources/PetstoreAPI",
                "Write the client of one document."
            ),
        ],
        files: [
            (
                "specs/NAME/kurus.json",
                "A client to generate: module, inputs, lintInputs, overlays, output, access, emit, "
                    + "typesModule, types, components, servers, serverNames, sources, cutFrom; or a list of such "
                    + "clients: clients."
            ),
            ("MODULETypes.swift, MODULEClient.swift, MODULEServer.swift", "The files of a client."),
        ])
}

/// The options of `kurus generate`.
enum GenerateOptions {
    static let check = Flag(
        "--check",
        "Write nothing. Name the files that would change and the pages that they come from, and exit with status 1 if "
            + "there are any.")
    static let module = Option<String?>(
        "--module", "NAME", "The name of the Swift module, with which all file names begin. Needed with INPUT.")
    static let output = Option<String?>("--output", "DIR", "The folder to write to. Needed with INPUT.")
    static let access = Option(
        "--access", "LEVEL", default: AccessLevel.public,
        "The access level of the declarations: public (the default), package or internal.")
    static let emit = Option(
        "--emit", "PARTS", default: [ClientPart.types, .client],
        "What to write, separated by commas: types, client, server. The default is types,client.")
    static let overlay = Option(
        repeatable: "--overlay", "FILE",
        "An OpenAPI Overlay 1.0 document to apply before the documents are merged. Can be given more than once.")
    static let config = Option<String?>(
        "--config", "FILE",
        "Read this kurus.json instead of specs/*/kurus.json. With --output, all of its clients are written to that "
            + "folder: this is what the build-tool plugin does.")
}
