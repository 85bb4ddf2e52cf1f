import KurusCommandLine

extension CommandDefinition {
    static let explain = CommandDefinition(
        name: "explain",
        summary: "explain the id of a diagnostic or of a rule",
        synopses: ["kurus explain ID..."],
        paragraphs: [
            "Prints what the diagnostics and rules of these ids mean. A diagnostic's id is in the brackets at the end of "
                + "its first line, and kurus explain adds what to do about it. A rule's id is in the brackets that "
                + "kurus diff prints beside a change; its level on the wire and the rule of the reverse change are "
                + "added.",
            "'kurus help diagnostics' and 'kurus help rules' list all ids.",
        ],
        options: [],
        exitStatuses: [
            (.done, "Every ID is explained."),
            (.usage, "The command line is wrong, or no diagnostic and no rule has an ID."),
        ],
        examples: [
            Example(command: "kurus explain dangling-reference", text: "Explain a diagnostic."),
            Example(command: "kurus explain request-body-became-required", text: "Explain a rule of kurus diff."),
        ],
        files: [])
}
