import IyzicoMassPayout
import KurusCommandLine

/// `payouts plan`: prints the payments of a file and the hash for a second person's approval.
struct PlanCommand: Command {
    private let path: String
    private let id: String
    private let account: AccountChoice
    private let limit: Int?
    private let input: InputOptions
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        path = try arguments.operands(["FILE"])[0]
        guard let id = try arguments[SendOrder.id] else {
            throw UsageError("a plan needs '--id ID', the id that the order is to be sent by", in: arguments.command)
        }
        self.id = id
        account = try AccountChoice(arguments)
        limit = try arguments[SendOrder.chunk]
        input = try InputOptions(arguments)
        format = try arguments[OutputFormat.option]
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let host = try account.host(context)
        let file = try OrderFile(path, id: id, options: input, context)
        let plan = try OrderPlan.plan(file.payout, recorded: nil, limit: limit)
        let summary = OrderSummary(plan, file.payroll, host)
        switch format {
        case .text: context.output(OrderSummaryText(summary: summary).text(balance: nil, settled: 0, showsRows: true))
        case .json: context.output(OrderSummaryJSON(summary: summary).text(balance: nil, showsRows: true, .done))
        }
        return .done
    }

    static let definition = CommandDefinition(
        name: "plan",
        summary: "show what a file would pay, and the hash to approve it by",
        synopses: ["payouts plan FILE --id ID [--chunk N] [--format text|json]"],
        paragraphs: [
            "Reads FILE as 'payouts send' does, and prints the order that would be sent: sums, the largest amounts, "
                + "unusual rows, every row with its recipient masked, and a hash of everything that is sent. It sends "
                + "nothing, reads no journal, and needs no keys; without keys the host is that of IYZICO_HOST.",
            "A second person runs it on a copy of the file and approves the hash; 'payouts send FILE --id ID "
                + "--approved HASH' then sends exactly that or nothing. A changed amount, recipient, name, description "
                + "or id, other rows or another order of them, another --id, --chunk or host: each changes the hash. "
                + "Spaces in an IBAN and the file's format (CSV, JSON, separators) are not sent and do not change it. "
                + "The keys are not covered.",
            "The hash is SHA-256 over these bytes, each line followed by a line feed: 'kurus payout plan 1', 'host "
                + "HOST', and for each payout, in the order of the file, 'payout LENGTH' and the JSON body of its "
                + "initialize request exactly as it is sent, LENGTH being its number of bytes. HOST is the provider's, "
                + "for example api.iyzipay.com. 'printf' and 'sha256sum' can repeat it.",
            "JSON: id, host, hash, payouts (their ids), items (how many), totals (currency, amount, items), largest, "
                + "unusual (largeAmounts, and repeatedRecipients, the item ids of each), rows, and exitStatus. A row "
                + "has line, in JSON element (from 0), id, recipient (masked), name (first letters), amount and "
                + "currency. "
                + Manual.failureAsJSON,
        ],
        options: [SendOrder.id, SendOrder.chunk] + InputOptions.fileOptions + InputOptions.checkOptions + [
            OutputFormat.option
        ] + AccountChoice.options,
        exitStatuses: [
            (.done, "The plan is printed."), (.usage, "The command line is wrong, or keys cannot be used."),
            (.unusableInput, "The file cannot be used."),
        ],
        examples: [
            ("payouts plan payroll.csv --id 2026-11-salaries", "Show it to the person who approves."),
            (
                "payouts plan payroll.csv --id 2026-11-salaries --format json > plan.json",
                "Keep it beside the approval."
            ),
        ],
        environment: Manual.environment)
}
