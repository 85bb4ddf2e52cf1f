import KurusCommandLine

/// `payouts simulate`: the provider, on this machine.
struct SimulateCommand: Command {
    private let port: UInt16
    private let ledgerFolder: String?
    private let isWorstCase: Bool

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        port = try arguments.number(of: "--port", in: 0...65535).map(UInt16.init) ?? 8700
        ledgerFolder = arguments.value(of: "--ledger")
        isWorstCase = arguments.has("--worst-case")
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let folder = ledgerFolder.map(surroundings.absolute)
        let server = try SimulatorServer(port: port, ledgerFolder: folder, isWorstCase: isWorstCase)
        return try await server.serve { () async throws(CommandFailure) in
            surroundings.output("simulating iyzico on port \(server.port); use it by --simulator \(server.port)\n")
            await Self.untilCancelled()
            return .done
        }
    }

    private static func untilCancelled() async {
        for await _ in AsyncStream<Never>.makeStream().stream {}
    }
}
