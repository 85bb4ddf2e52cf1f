import KurusCommandLine

extension CommandDefinition {
    static let simulate = CommandDefinition(
        name: "simulate",
        summary: "stand in for the provider, on this machine",
        synopses: ["payouts simulate [--port N] [--ledger DIR] [--worst-case]"],
        paragraphs: [
            "Answers as iyzico's mass payout service does, on a port of 127.0.0.1, until it is stopped; moves no "
                + "money. Other commands work with it by --simulator N.",
            "An item whose description holds [invalid], [failed], [returned] or [return failed] ends so; every other "
                + "one is paid.",
        ],
        options: [
            Option(
                name: "--port", valueName: "N",
                text: "The port, 8700 by default; 0 for any that is free. It is printed once it is open."),
            Option(
                name: "--ledger", valueName: "DIR",
                text: "Keep payouts and payments in this folder, and begin with those that it has. Without it they end "
                    + "with the process."),
            Option(
                name: "--worst-case", valueName: nil,
                text:
                    "Do the worst that iyzico's documentation leaves open: a repeated initialize makes a second payout, "
                    + "a repeated authorize pays again. Without it neither has an effect."),
        ],
        exitStatuses: [
            (.done, "It was stopped."), (.usage, "The command line is wrong."),
            (.unusableInput, "The ledger cannot be used, or the port cannot be opened."),
        ],
        examples: [
            Example(command: "payouts simulate", text: "Start it; then, in another terminal:"),
            Example(
                command: "payouts send payroll.csv --id test-1 --simulator 8700", text: "Pay a file, without money."),
        ],
        files: [])
}
