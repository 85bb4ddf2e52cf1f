import KurusCommandLine
import KurusGenerating
import KurusReference

/// The command line of Kurus, as a function from arguments and files to an exit status.
enum KurusCommand {
    /// Runs a command.
    ///
    /// - Parameter arguments: The arguments, without the program's name.
    /// - Returns: The exit status.
    static func run(_ arguments: [String], _ context: CommandContext) async -> Int32 {
        do throws(UsageError) {
            switch try Program.kurus.invocation(in: arguments, KurusCommandName.self) {
            case .text(let text):
                context.output(text)
                return ExitStatus.done.code
            case .command(let name, let arguments):
                return await (try name.command.init(arguments, context)).run().code
            }
        } catch {
            context.errorOutput(error.text(in: .kurus))
            return ExitStatus.usage.code
        }
    }
}

/// A command whose arguments are read.
protocol Command {
    static var definition: CommandDefinition { get }

    init(_ arguments: ParsedArguments, _ context: CommandContext) throws(UsageError)

    func run() async -> ExitStatus
}

extension GenerateCommand: Command {
    init(_ arguments: ParsedArguments, _ context: CommandContext) throws(UsageError) {
        try self.init(arguments, context.generating)
    }
}

extension Program {
    static let kurus = Program(
        name: "kurus", version: "0.1.0", summary: "Swift clients from the OpenAPI documents in documentation pages",
        synopses: ["kurus COMMAND [OPTION...] [INPUT...]", "kurus help [COMMAND|TOPIC]", "kurus --version"],
        paragraphs: [
            "Options and inputs may be in any order. An option's value is the next word, or follows an equals sign: "
                + "--option=value. After -- every word is an input."
        ],
        commands: KurusCommandName.self, topics: HelpTopic.ofKurus,
        operandAdvice: { "a file of that name is written './\($0)'" })
}

/// The commands of `kurus`, in the order of its manual page.
enum KurusCommandName: CommandName {
    case generate
    case lint
    case diff
    case changelog
    case update
    case explain

    var command: any Command.Type {
        switch self {
        case .generate: GenerateCommand.self
        case .lint: LintCommand.self
        case .diff: DiffCommand.self
        case .changelog: ChangelogCommand.self
        case .update: UpdateCommand.self
        case .explain: ExplainCommand.self
        }
    }

    var definition: CommandDefinition { command.definition }
}

extension ExitStatus {
    /// There is a change of the level of `--fail-on`.
    static let found = ExitStatus(code: 1)
    /// A page could not be fetched.
    static let providerFailed = ExitStatus(code: 4)
}

extension HelpTopic {
    /// The reference pages, as `kurus help TOPIC` prints them.
    fileprivate static let ofKurus: [HelpTopic] = ReferencePage.all.map(HelpTopic.init)

    private init(_ page: ReferencePage) {
        self.init(name: page.topic, summary: page.summary.decapitalized, parts: page.parts.map(Part.init))
    }
}

extension HelpTopic.Part {
    fileprivate init(_ part: ReferencePage.Part) {
        switch part {
        case .heading(let title): self = .heading(title)
        case .paragraph(let text): self = .paragraph(text)
        case .table(let table):
            self = .entries(
                table.rows.map { row in
                    (name: (row.first ?? "").replacing("`", with: ""), text: table.text(of: row))
                })
        }
    }
}

extension String {
    /// The text with a small first letter, for the summary of a manual page.
    fileprivate var decapitalized: String {
        prefix(1).lowercased() + dropFirst()
    }
}
