import Foundation
import KurusCommandLine
import PayoutSimulator

/// A simulator on a port of this machine.
struct SimulatorServer {
    private let simulator: Simulator

    /// - Parameters:
    ///   - ledgerFolder: Nil keeps the ledger in memory.
    ///   - isWorstCase: Whether repeated requests have an effect.
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

    /// Serves until the body ends and every request is answered.
    func serve(
        _ body: () async throws(CommandFailure) -> ExitStatus
    ) async throws(CommandFailure) -> ExitStatus {
        do throws(CommandFailure) {
            let status = try await body()
            await stop()
            return status
        } catch {
            await stop()
            throw error
        }
    }

    /// Stops the simulator on its own thread: requests run on the shared threads of tasks, which must not wait for
    /// them.
    private func stop() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [simulator] in
                simulator.stop()
                continuation.resume()
            }
        }
    }
}
