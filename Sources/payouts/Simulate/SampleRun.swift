import IyzicoMassPayout
import KurusCommandLine

/// `payouts send --sample`: pays the sample payroll to a simulator that runs as long as the command.
struct SampleRun {
    let id: String
    /// Whether the journal is in a database instead of in memory.
    let isInDatabase: Bool

    func run(_ order: SendOrder, _ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let server = try SimulatorServer(port: 0, ledgerFolder: nil)
        let forgotten = try Account(simulatorAt: server.port, journals: nil)
        let account = isInDatabase ? forgotten.inDatabase() : forgotten
        let file = try OrderFile(
            Array(SamplePayroll.text.utf8), "sample.csv", id: id, options: InputOptions(), context)
        context.errorOutput(
            "payouts: note: the sample is paid to a simulator at 127.0.0.1:\(server.port); no money moves\n")
        return try await server.serve { () async throws(CommandFailure) in
            try await order.run(file, account, context)
        }
    }
}

/// A sample payroll with invented people and numbers.
enum SamplePayroll {
    static let text = """
        id,type,recipient,name,amount,currency,description
        emp-1,iban,TR20 0000 0000 0000 0000 0000 01,Ayşe Örnek,41250.00,TRY,November salary
        emp-2,iban,TR90 0000 0000 0000 0000 0000 02,Mehmet Deneme,38900.50,TRY,November salary
        emp-3,phone,+905550000003,,1500.00,TRY,Meal allowance
        emp-4,identityNumber,10000000146,,920.25,TRY,Travel expenses
        emp-5,memberId,2228855,,75.00,TRY,"Refund, October"

        """
}
