import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// `payouts stuck`: lists the payouts that need a person, with the commands that settle them.
struct StuckCommand: Command {
    /// The number of payouts that are shown, the oldest first.
    static let limit = 1000

    private let options: RunOptions
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        options = try RunOptions(arguments)
        try options.account.requireDatabase(arguments.command)
        format = try arguments[OutputFormat.option]
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let session = try await options.session(.reads, context)
        let journal = try session.observed
        let payouts = try await journaled { () async throws(JournalError) in
            try await journal.stuckPayouts(limit: Self.limit)
        }
        let status = Self.status(payouts)
        switch format {
        case .text: context.output(payouts.isEmpty ? "nothing is stuck\n" : payouts.map(text).joined())
        case .json:
            context.output(
                status.jsonLine(["host": .text(session.account.hostName), "stuck": .array(payouts.map(json))]))
        }
        return status
    }

    private static func status(_ payouts: [StuckPayout]) -> ExitStatus {
        if payouts.isEmpty { return .done }
        return payouts.contains(where: \.mayHaveMovedMoney) ? .outcomeUnknown : .notPaid
    }

    private func text(_ payout: StuckPayout) -> String {
        let id = SafeText.printable(payout.payoutID)
        let order = payout.orderID == payout.payoutID ? "" : " of \(SafeText.printable(payout.orderID))"
        let request = payout.requestID.map { " (\(SafeText.printable($0)))" } ?? ""
        let money = payout.mayHaveMovedMoney ? "money may have moved" : "no money moved"
        let head =
            "\(id)\(order)\(request), since \(ReportTime.minute(payout.since)) UTC: \(payout.reason.words); \(money)\n"
        return head
            + remedies(payout).map { remedy in
                "  \(remedy.command)" + (remedy.condition.map { "  # \($0)" } ?? "") + "\n"
            }.joined()
    }

    private func json(_ payout: StuckPayout) -> JSONValue {
        .members([
            "payout": .text(payout.payoutID), "order": .text(payout.orderID), "requestId": .text(payout.requestID),
            "reason": .text(payout.reason.rawValue), "text": .text(payout.reason.words), "since": .time(payout.since),
            "moneyMoved": .text(payout.mayHaveMovedMoney ? "unknown" : "nothing"),
            "commands": .array(
                remedies(payout).map {
                    .members(["command": .text($0.command), "condition": .text($0.condition)])
                }),
        ])
    }

    /// A command that settles a payout, and the condition under which it is right.
    private struct Remedy {
        let command: String
        var condition: String?
    }

    /// Returns the commands, the safest one first.
    private func remedies(_ payout: StuckPayout) -> [Remedy] {
        let commands = OrderCommands(id: payout.payoutID, account: options.account.words)
        let order = OrderCommands(id: payout.orderID, account: options.account.words, isEnqueued: true)
        switch payout.reason {
        case .outcomeUnknown:
            return [
                Remedy(command: commands.resume(), condition: "reads it again"),
                Remedy(command: commands.cancel, condition: "gives it up, if it is not authorized"),
                Remedy(
                    command: commands.authorizeAgain,
                    condition: "only if the provider has confirmed that it is not authorized"),
            ]
        case .cancellationUnknown, .notAsOrdered: return [Remedy(command: commands.cancel)]
        case .startedElsewhere:
            return [Remedy(command: commands.cancel, condition: "if nobody else is paying it")]
        case .unreachable: return [Remedy(command: commands.resume())]
        case .notReleased:
            return [
                Remedy(command: order.resume(), condition: "hands it over, with the file that was sent"),
                Remedy(command: commands.cancel, condition: "gives it up"),
            ]
        case .unattended:
            return [
                Remedy(
                    command: (["payouts", "work"] + options.account.words).map(ShellWord.quoted).joined(separator: " "))
            ]
        }
    }

    static let definition = CommandDefinition(
        name: "stuck",
        summary: "list payouts that need a person, and the commands that settle them",
        synopses: ["payouts stuck --journal postgres [--format text|json]"],
        paragraphs: [
            "Lists every payout that workers cannot continue: its outcome is unknown, the provider has something else, "
                + "a run ended before it was handed over, or no worker is responsible for it. For each it prints the "
                + "commands that settle it, with the condition under which each is right. It lists at most 1000, the "
                + "oldest first, does not ask the provider and changes nothing.",
            "JSON: host, stuck and exitStatus. A stuck payout has payout, order, requestId, reason (outcomeUnknown, "
                + "cancellationUnknown, startedElsewhere, notAsOrdered, unreachable, notReleased or unattended), text, "
                + "since (UTC), moneyMoved (nothing or unknown) and commands, each with command and, unless it is "
                + "always right, condition. " + Manual.failureAsJSON,
        ],
        options: [OutputFormat.option] + AccountChoice.options,
        exitStatuses: [
            (.done, "Nothing is stuck."), (.notPaid, "Payouts are stuck, and none of them has moved money."),
            (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "There is no journal, or it cannot be used."),
            (.outcomeUnknown, "Payouts are stuck that may have moved money."),
        ],
        examples: [("payouts stuck --journal postgres", "See how to settle them.")],
        environment: Manual.environment + Manual.databaseEnvironment)
}

extension StuckPayout.Reason {
    fileprivate var words: String {
        switch self {
        case .outcomeUnknown: "its authorization was announced, and whether it is under way is not known"
        case .cancellationUnknown: "it is given up, and does not read as cancelled"
        case .startedElsewhere: "the provider has it from elsewhere"
        case .notAsOrdered: "the provider has something else than was ordered, or refused it"
        case .unreachable: "the provider could not be reached or read for it, several times in a row"
        case .notReleased: "a run ended before it was paid or handed over to workers"
        case .unattended: "no worker looks after it"
        }
    }
}
