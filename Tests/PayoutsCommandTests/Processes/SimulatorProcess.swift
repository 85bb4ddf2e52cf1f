import PayoutSimulator
import Testing

/// `payouts simulate` in a process of its own, with a ledger that outlives it: whatever a client repeats is paid again.
final class SimulatorProcess {
    let port: String
    private let folder: String
    private let process: PayoutsProcess

    init(in folder: String, port: String = "0") throws {
        process = try PayoutsProcess(["simulate", "--port", port, "--ledger", "ledger", "--worst-case"], in: folder)
        let line = try #require(process.nextLine())
        self.port = String(try #require(line.firstMatch(of: /on port ([0-9]+);/), "\(line)").1)
        self.folder = folder
    }

    func kill() {
        process.kill()
        _ = process.end()
    }

    /// What was paid, by the ledger's word.
    func payments() throws -> [Payment] {
        try FileLedger.payments(at: Simulator.ledgerPath(in: folder + "/ledger"))
    }
}
