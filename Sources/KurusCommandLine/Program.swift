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

    /// A program whose commands are the cases of a type.
    package init<Name: CommandName>(
        name: String, version: String, summary: String, synopses: [String], paragraphs: [String],
        commands: Name.Type, operandAdvice: @escaping @Sendable (_ word: String) -> String
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.synopses = synopses
        self.paragraphs = paragraphs
        self.commands = commands.allCases.map(\.definition)
        self.operandAdvice = operandAdvice
    }

    /// What a command line asks for.
    package enum Wish<Name: CommandName> {
        /// A manual page or the version.
        case text(String)
        case command(Name, ParsedArguments)
    }

    /// Reads the words behind the program's name.
    ///
    /// - Parameter names: The type that the program was made with.
    package func wish<Name: CommandName>(
        in arguments: [String], _ names: Name.Type = Name.self
    ) throws(UsageError) -> Wish<Name> {
        guard let first = arguments.first else { throw UsageError("a command is needed") }
        switch first {
        case "--help", "-h", "help": return .text(try help(arguments.dropFirst(), names, asked: first))
        case "--version":
            if let extra = arguments.dropFirst().first {
                throw UsageError("nothing may follow '--version': '\(extra)'")
            }
            return .text("\(name) \(version)\n")
        default:
            let name = try command(named: first, names)
            let parsed = try ParsedArguments(arguments.dropFirst(), of: name.definition, in: self)
            return parsed.asksForHelp
                ? .text(ManualPage(of: name.definition, in: self).text) : .command(name, parsed)
        }
    }

    private func help<Name: CommandName>(
        _ topics: ArraySlice<String>, _ names: Name.Type, asked word: String
    ) throws(UsageError) -> String {
        if topics.count > 1 {
            throw UsageError("'\(word)' takes one command; found \(topics.map { "'\($0)'" }.joined(separator: ", "))")
        }
        guard let topic = topics.first else { return ManualPage(of: self).text }
        return ManualPage(of: try command(named: topic, names).definition, in: self).text
    }

    private func command<Name: CommandName>(named word: String, _ names: Name.Type) throws(UsageError) -> Name {
        if let command = names.allCases.first(where: { $0.definition.name == word }) { return command }
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
