import KurusCommandLine

/// `payouts simulate`: runs the provider's simulator on this machine.
struct SimulateCommand: Command {
    private let port: UInt16
    private let ledgerFolder: String?
    private let isWorstCase: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        port = UInt16(try arguments[Self.port])
        ledgerFolder = try arguments[Self.ledger]
        isWorstCase = arguments[Self.worstCase]
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let folder = ledgerFolder.map(context.absolute)
        let server = try SimulatorServer(port: port, ledgerFolder: folder, isWorstCase: isWorstCase)
        return try await server.serve { () async throws(CommandFailure) in
            context.output("simulating iyzico on port \(server.port); use it by --simulator \(server.port)\n")
            await Self.untilCancelled()
            return .done
        }
    }

    private static func untilCancelled() async {
        for await _ in AsyncStream<Never>.makeStream().stream {}
    }

    private static let port = Option(
        "--port", "N", in: 0...65535, default: 8700,
        "The port, 8700 by default; 0 for any that is free. It is printed once it is open.")
    private static let ledger = Option<String?>(
        "--ledger", "DIR",
        "Keep payouts and payments in this folder and load those that it has. Without it, they are lost with the "
            + "process.")
    private static let worstCase = Flag(
        "--worst-case",
        "Do the worst that iyzico's documentation leaves open: a repeated initialize makes a second payout, a repeated "
            + "authorize pays again. Without it, neither has an effect.")

    static let definition = CommandDefinition(
        name: "simulate",
        summary: "simulate the provider on this machine",
        synopses: ["payouts simulate [--port N] [--ledger DIR] [--worst-case]"],
        paragraphs: [
            "Answers as iyzico's mass payout service does, on a port of 127.0.0.1, until it is stopped, without moving "
                + "money. Other commands use it by --simulator N.",
            "An item whose description contains [invalid], [failed], [returned] or [return failed] ends so; all others "
                + "are paid.",
        ],
        options: [
            port,
            ledger,
            worstCase,
        ],
        exitStatuses: [
            (.done, "It was stopped."), (.usage, "The command line is wrong."),
            (.unusableInput, "The ledger cannot be used, or the port cannot be opened."),
        ],
        examples: [
            ("payouts simulate", "Start it; then, in another terminal:"),
            ("payouts send payroll.csv --id test-1 --simulator 8700", "Pay a file, without money."),
        ])
}
