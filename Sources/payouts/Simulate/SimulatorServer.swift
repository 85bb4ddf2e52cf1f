import KurusCommandLine
import PayoutSimulator

/// The simulator on a port of this machine.
struct SimulatorServer {
    private let simulator: Simulator

    /// - Parameter ledgerFolder: Nil keeps the ledger in memory.
    init(port: UInt16, ledgerFolder: String?) throws(CommandFailure) {
        do {
            simulator = try Simulator(port: port, ledgerFolder: ledgerFolder)
        } catch {
            throw CommandFailure(.unusableInput, "the simulator cannot be started: \(error)")
        }
        simulator.start()
    }

    var port: UInt16 { simulator.port }

    func stop() {
        simulator.stop()
    }
}
