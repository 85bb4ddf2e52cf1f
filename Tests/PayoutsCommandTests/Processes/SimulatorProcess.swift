import PayoutSimulator
import Testing

/// `payouts simulate` in a process of its own, with a ledger that outlives it.
/// In the worst case, whatever a client repeats is paid again.
final class SimulatorProcess {
    let port: String
    private let folder: String
    private let process: PayoutsProcess

    init(in folder: String, port: String = "0", isWorstCase: Bool = true) throws {
        let behaviour = isWorstCase ? ["--worst-case"] : []
        process = try PayoutsProcess(["simulate", "--port", port, "--ledger", "ledger"] + behaviour, in: folder)
        let line = try #require(process.nextLine())
        self.port = String(try #require(line.firstMatch(of: /on port ([0-9]+);/), "\(line)").1)
        self.folder = folder
    }

    func kill() {
        process.kill()
        _ = process.end()
    }

    /// The payments in the ledger.
    func payments() throws -> [Payment] {
        try FileLedger.payments(at: Simulator.ledgerPath(in: folder + "/ledger"))
    }
}
