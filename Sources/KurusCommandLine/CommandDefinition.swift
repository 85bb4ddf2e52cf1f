/// The definition of a command, for both reading its arguments and printing its manual page.
package struct CommandDefinition: Sendable {
    package let name: String
    package let summary: String
    package let synopses: [String]
    package let paragraphs: [String]
    package let options: [any CommandOption]
    package let exitStatuses: [(status: ExitStatus, text: String)]
    package let examples: [(command: String, text: String)]
    package let environment: [(name: String, text: String)]
    package let files: [(name: String, text: String)]

    package init(
        name: String, summary: String, synopses: [String], paragraphs: [String], options: [any CommandOption] = [],
        exitStatuses: [(status: ExitStatus, text: String)], examples: [(command: String, text: String)],
        environment: [(name: String, text: String)] = [], files: [(name: String, text: String)] = []
    ) {
        self.name = name
        self.summary = summary
        self.synopses = synopses
        self.paragraphs = paragraphs
        self.options = options + [Self.help]
        self.exitStatuses = exitStatuses
        self.examples = examples
        self.environment = environment
        self.files = files
    }

    /// The option that every command has.
    package static let help = Flag("--help", shortName: "-h", "Print this page.")

    package func option(named name: String) -> (any CommandOption)? {
        options.first { $0.name == name || $0.shortName == name }
    }
}

/// The exit status of a run. The numbers are part of the command line's interface; programs add their own.
package struct ExitStatus: Hashable, Sendable {
    package let code: Int32

    package init(code: Int32) {
        self.code = code
    }

    package static let done = ExitStatus(code: 0)
    /// The command line is wrong.
    package static let usage = ExitStatus(code: 2)
    package static let unusableInput = ExitStatus(code: 3)

    /// Returns the more severe of two, which has the higher number.
    package func combined(with other: ExitStatus) -> ExitStatus {
        code >= other.code ? self : other
    }
}
