import IyzicoMassPayout
import KurusCommandLine

/// `payouts send --sample`: the sample payroll paid to a simulator that lives as long as the command.
struct SampleRun {
    let id: String
    /// Whether the journal is kept, in a database.
    let isInDatabase: Bool

    func run(_ order: SendOrder, _ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let server = try SimulatorServer(port: 0, ledgerFolder: nil)
        let forgotten = try Account(simulatorAt: server.port, journals: nil)
        let account = isInDatabase ? forgotten.inDatabase() : forgotten
        let file = try OrderFile(
            Array(SamplePayroll.text.utf8), "sample.csv", id: id, options: InputOptions(), surroundings)
        surroundings.errorOutput(
            "payouts: note: the sample is paid to a simulator at 127.0.0.1:\(server.port); no money moves\n")
        return try await server.serve { () async throws(CommandFailure) in
            try await order.run(file, account, surroundings)
        }
    }
}
