import KurusCommandLine
import KurusGenerating

extension Program {
    static let kurus = Program(
        name: "kurus", version: "0.1.0", summary: "Swift clients from the OpenAPI documents in documentation pages",
        synopses: ["kurus COMMAND [OPTION...] [INPUT...]", "kurus help [COMMAND]", "kurus --version"],
        paragraphs: [
            "Options and inputs may stand in any order. An option's value is the next word, or follows an equals "
                + "sign: --option=value. After -- every word is an input."
        ],
        commands: CommandDefinition.all, operandAdvice: { "a file of that name is written './\($0)'" })
}

extension CommandDefinition {
    static let all = [generate, lint, diff, changelog, update]
}
