import Foundation
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

    /// Serves until the body ends, and to the end of every request that was begun.
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

    /// Requests are carried out on the threads that tasks share, so that none of them may wait for the last one.
    private func stop() async {
        await withCheckedContinuation { continuation in
            Thread.detachNewThread { [simulator] in
                simulator.stop()
                continuation.resume()
            }
        }
    }
}
