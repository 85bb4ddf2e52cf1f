import IyzicoMassPayout
import KurusCommandLine

/// `payouts plan`: what a file would pay, with the hash by which a second person approves it.
struct PlanCommand: Command {
    private let path: String
    private let id: String
    private let account: AccountChoice
    private let limit: Int?
    private let input: InputOptions
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        path = try arguments.operands(["FILE"])[0]
        guard let id = arguments.value(of: "--id") else {
            throw UsageError("a plan needs '--id ID', the id that the order is to be sent by", in: arguments.command)
        }
        self.id = id
        account = try AccountChoice(arguments)
        limit = try arguments.number(of: "--chunk", in: 1 ... .max)
        input = try InputOptions(arguments)
        format = try arguments.choice(of: "--format") ?? .text
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let host = try account.host(surroundings)
        let file = try OrderFile(path, id: id, options: input, surroundings)
        let plan: PayoutPlan
        do throws(InvalidMassPayout) {
            plan = try OrderPlan.plan(file.payout, recorded: nil, limit: limit)
        } catch {
            throw CommandFailure(.unusableInput, error.description)
        }
        let summary = OrderSummary(plan, file.payroll, host)
        switch format {
        case .text: surroundings.output(OrderSummaryText(summary).text(balance: nil, settled: 0, showsRows: true))
        case .json: surroundings.output(OrderSummaryJSON(summary).text(balance: nil, showsRows: true, .done))
        }
        return .done
    }
}
