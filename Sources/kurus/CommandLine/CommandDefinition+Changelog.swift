import KurusCommandLine

extension CommandDefinition {
    static let changelog = CommandDefinition(
        name: "changelog",
        summary: "say what each commit changes",
        synopses: ["kurus changelog [--format text|markdown|json] [REV..REV] [-- PATH]"],
        paragraphs: [
            "For each commit of a range that touches PATH (specs, unless given), newest first: the commit, and in short "
                + "what is different in each client between its first parent and it, as diff judges it. A merge stands for "
                + "all that it brings in.",
            "REV..REV is a range as git log takes it; REV alone begins where that is and ends at HEAD; without either it "
                + "is the whole history of HEAD. A word alone that git knows no revision by is the PATH. A commit "
                + "whose specs cannot be read is shown with the reason, and the rest goes on.",
        ],
        options: [
            Option(
                name: "--format", valueName: "FORMAT",
                text: "text (the default), markdown, or json: one JSON object with the members version and commits. A "
                    + "commit has commit, date, subject, clients and errors; a client has module, wire, source, "
                    + "baseVersion, revisionVersion, changes (rule, wire, source, subject, message, operations) and "
                    + "texts, the number of texts that read differently.")
        ],
        exitStatuses: [
            (.done, "The history is printed."),
            (.usage, "The command line is wrong."),
            (.unusableInput, "git does not know the range, or there is no repository."),
        ],
        examples: [
            Example(command: "kurus changelog v1.0..v1.1", text: "What a release changes."),
            Example(
                command: "kurus changelog --format markdown HEAD~20 -- specs/bank",
                text: "One provider's last commits, as a page."),
        ],
        files: [("specs/NAME/kurus.json", "What a client is made of.")])
}
