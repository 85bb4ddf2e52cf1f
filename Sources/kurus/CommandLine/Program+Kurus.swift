import KurusCommandLine
import KurusGenerating

extension Program {
    static let kurus = Program(
        name: "kurus", version: "0.1.0", summary: "Swift clients from the OpenAPI documents in documentation pages",
        synopses: ["kurus COMMAND [OPTION...] [INPUT...]", "kurus help [COMMAND|TOPIC]", "kurus --version"],
        paragraphs: [
            "Options and inputs may stand in any order. An option's value is the next word, or follows an equals sign: "
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
