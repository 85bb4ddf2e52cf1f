/// A command as its arguments are read and as its manual page shows it: the one place for both.
struct CommandDefinition {
    struct Option {
        let name: String
        /// What the manual page calls the value; nil for an option without one.
        let valueName: String?
        let text: String
        var isRepeatable = false

        /// The name of one letter.
        var shortName: String?

        /// As the manual page shows it.
        var spelling: String {
            ([name] + (shortName.map { [$0] } ?? [])).joined(separator: ", ") + (valueName.map { " " + $0 } ?? "")
        }
    }

    struct Example {
        let command: String
        let text: String
    }

    let name: String
    let summary: String
    let synopses: [String]
    let paragraphs: [String]
    let options: [Option]
    let exitStatuses: [(status: ExitStatus, text: String)]
    let examples: [Example]
    let files: [(name: String, text: String)]

    func option(named name: String) -> Option? {
        options.first { $0.name == name || $0.shortName == name }
    }
}

extension CommandDefinition {
    static let all = [generate, lint]

    static let overviewSynopses = [
        "kurus COMMAND [OPTION...] [INPUT...]", "kurus help [COMMAND]", "kurus --version",
    ]
}
