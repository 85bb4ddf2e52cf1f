import KurusCommandLine

extension Program {
    static let payouts = Program(
        name: "payouts", version: "0.1.0", summary: "pay many people through iyzico, each once",
        synopses: ["payouts COMMAND [OPTION...] [OPERAND...]", "payouts help [COMMAND]", "payouts --version"],
        paragraphs: [
            "Whatever breaks on the way, run the same command again: what was sent is in a journal, and nobody is paid "
                + "twice.",
            "Options and operands may stand in any order. An option's value is the next word, or follows an equals "
                + "sign: --option=value. After -- every word is an operand.",
        ],
        commands: PayoutsCommandName.self,
        operandAdvice: { "what is called so is written behind --: -- \($0)" })
}
