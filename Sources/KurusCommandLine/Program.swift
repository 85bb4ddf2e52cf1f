/// A program of several commands, as its manual page shows it.
package struct Program: Sendable {
    package let name: String
    package let version: String
    package let summary: String
    package let synopses: [String]
    /// What its manual page says at the end, before how to ask for a command's.
    package let paragraphs: [String]
    package let commands: [CommandDefinition]
    /// What tells a word that is an operand from the command of that name.
    package let operandAdvice: @Sendable (_ word: String) -> String

    package init(
        name: String, version: String, summary: String, synopses: [String], paragraphs: [String],
        commands: [CommandDefinition], operandAdvice: @escaping @Sendable (_ word: String) -> String
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.synopses = synopses
        self.paragraphs = paragraphs
        self.commands = commands
        self.operandAdvice = operandAdvice
    }

    /// What a command line asks for.
    package enum Wish {
        /// A manual page or the version.
        case text(String)
        case command(ParsedArguments)
    }

    /// Reads the words behind the program's name.
    package func wish(in arguments: [String]) throws(UsageError) -> Wish {
        guard let first = arguments.first else { throw UsageError("a command is needed") }
        switch first {
        case "--help", "-h", "help": return .text(try help(arguments.dropFirst(), asked: first))
        case "--version":
            if let extra = arguments.dropFirst().first {
                throw UsageError("nothing may follow '--version': '\(extra)'")
            }
            return .text("\(name) \(version)\n")
        default:
            let definition = try command(named: first)
            let parsed = try ParsedArguments(arguments.dropFirst(), of: definition, in: self)
            return parsed.asksForHelp ? .text(ManualPage(of: definition, in: self).text) : .command(parsed)
        }
    }

    private func help(_ topics: ArraySlice<String>, asked word: String) throws(UsageError) -> String {
        if topics.count > 1 {
            throw UsageError("'\(word)' takes one command; found \(topics.map { "'\($0)'" }.joined(separator: ", "))")
        }
        guard let topic = topics.first else { return ManualPage(of: self).text }
        return ManualPage(of: try command(named: topic), in: self).text
    }

    private func command(named word: String) throws(UsageError) -> CommandDefinition {
        if let command = commands.first(where: { $0.name == word }) { return command }
        guard word.hasPrefix("-") else {
            throw UsageError("unknown command '\(word)'", didYouMean: word, among: commands.map(\.name) + ["help"])
        }
        let spelling = String(word.prefix { $0 != "=" })
        if let owner = commands.first(where: { $0.option(named: spelling) != nil }) {
            throw UsageError("'\(spelling)' belongs behind its command: \(name) \(owner.name) \(spelling)")
        }
        throw UsageError("unknown option '\(spelling)'", didYouMean: spelling, among: ["--help", "--version"])
    }
}
