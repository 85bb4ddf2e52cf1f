import KurusCommandLine

extension CommandDefinition {
    static let lint = CommandDefinition(
        name: "lint",
        summary: "report everything that is wrong with documents",
        synopses: ["kurus lint [--format text|json] [INPUT...]"],
        paragraphs: [
            "Reads documents as generate does, up to the Swift source, and prints all diagnostics; writes nothing.",
            "Without INPUT, reads every specs/*/kurus.json below the working directory: its inputs, with its overlays, "
                + "and its lintInputs, which no overlay is run on.",
            "INPUT is an OpenAPI 3.0 document (.json), a page of Markdown with documents in fenced code blocks, a "
                + "kurus.json, or a folder: one with a kurus.json is read as that says, of any other all .json and .md "
                + "files. All INPUTs that no kurus.json describes are one API.",
        ],
        options: [
            Option(
                name: "--format", valueName: "FORMAT",
                text: "text (the default): diagnostics as a person reads them on standard error, a line that counts "
                    + "them on standard output. json: one JSON object on standard output, with the members "
                    + "diagnostics, errors and warnings. A diagnostic has id, severity and message, and, where it has "
                    + "a place, file, line, column (both from 1) and offset (bytes, from 0); so have its notes.")
        ],
        exitStatuses: [
            (.done, "There is no error; there may be warnings."),
            (.usage, "The command line is wrong."),
            (.unusableInput, "There is an error, or an input cannot be read."),
        ],
        examples: [
            Example(command: "kurus lint", text: "Check all of specs/."),
            Example(command: "kurus lint --format json page.md", text: "Check a page, for a machine."),
        ],
        files: [("specs/NAME/kurus.json", "What to read: inputs, lintInputs and overlays.")])
}
