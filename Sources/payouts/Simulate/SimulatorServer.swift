import KurusCommandLine
import PayoutSimulator

/// The simulator on a port of this machine.
struct SimulatorServer {
    private let simulator: Simulator

    /// - Parameters:
    ///   - ledgerFolder: Nil keeps the ledger in memory.
    ///   - isWorstCase: Whether what is repeated has an effect.
    init(port: UInt16, ledgerFolder: String?, isWorstCase: Bool = false) throws(CommandFailure) {
        let behaviour = SimulatedBehaviour(
            repeatedInitialize: isWorstCase ? .makesSecondPayout : .returnsSameRequestID,
            repeatedAuthorize: isWorstCase ? .paysAgain : .succeedsWithoutEffect, writesEightDecimals: true)
        do {
            simulator = try Simulator(port: port, ledgerFolder: ledgerFolder, behaviour: behaviour)
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
