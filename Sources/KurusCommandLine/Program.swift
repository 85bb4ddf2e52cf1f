/// A program with several commands.
package struct Program: Sendable {
    package let name: String
    package let version: String
    package let summary: String
    package let synopses: [String]
    /// The last paragraphs of its manual page, before the one about the commands' pages.
    package let paragraphs: [String]
    package let commands: [CommandDefinition]
    /// The topics of `help` other than commands.
    package let topics: [HelpTopic]
    /// Explains how to pass an operand that has the name of a command.
    package let operandAdvice: @Sendable (_ word: String) -> String

    /// Makes a program whose commands are the cases of a type.
    package init<Name: CommandName>(
        name: String, version: String, summary: String, synopses: [String], paragraphs: [String],
        commands: Name.Type, topics: [HelpTopic] = [],
        operandAdvice: @escaping @Sendable (_ word: String) -> String
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.synopses = synopses
        self.paragraphs = paragraphs
        self.commands = commands.allCases.map(\.definition)
        self.topics = topics
        self.operandAdvice = operandAdvice
    }

    /// The request of a command line.
    package enum Invocation<Name: CommandName> {
        /// A manual page or the version.
        case text(String)
        case command(Name, ParsedArguments)
    }

    /// Reads the arguments of the program.
    ///
    /// - Parameter names: The type of the program's commands.
    package func invocation<Name: CommandName>(
        in arguments: [String], _ names: Name.Type = Name.self
    ) throws(UsageError) -> Invocation<Name> {
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
        _ words: ArraySlice<String>, _ names: Name.Type, asked option: String
    ) throws(UsageError) -> String {
        if words.count > 1 {
            throw UsageError("'\(option)' takes one command; found \(words.map { "'\($0)'" }.joined(separator: ", "))")
        }
        guard let word = words.first else { return ManualPage(of: self).text }
        if let topic = topics.first(where: { $0.name == word }) { return ManualPage(of: topic).text }
        return ManualPage(of: try command(named: word, names, besides: topics.map(\.name)).definition, in: self).text
    }

    /// - Parameter others: Other words to suggest.
    private func command<Name: CommandName>(
        named word: String, _ names: Name.Type, besides others: [String] = []
    ) throws(UsageError) -> Name {
        if let command = names.allCases.first(where: { $0.definition.name == word }) { return command }
        guard word.hasPrefix("-") else {
            let known = commands.map(\.name) + ["help"] + others
            throw UsageError("unknown command '\(word)'", didYouMean: word, among: known)
        }
        let spelling = String(word.prefix { $0 != "=" })
        if let owner = commands.first(where: { $0.option(named: spelling) != nil }) {
            throw UsageError("'\(spelling)' belongs after its command: \(name) \(owner.name) \(spelling)")
        }
        throw UsageError("unknown option '\(spelling)'", didYouMean: spelling, among: ["--help", "--version"])
    }
}

/// The commands of a program. A switch over the cases has no `default`, so a new command does not compile until every
/// switch handles it.
package protocol CommandName: CaseIterable, Sendable {
    var definition: CommandDefinition { get }
}
