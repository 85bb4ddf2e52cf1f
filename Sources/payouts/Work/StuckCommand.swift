import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// `payouts stuck`: what needs a person, and the command that settles each.
struct StuckCommand: Command {
    /// More are not shown: the oldest come first.
    static let limit = 1000

    private let options: RunOptions
    private let format: OutputFormat

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        options = try RunOptions(arguments)
        try options.account.requireDatabase(arguments.command)
        format = try arguments[OutputFormat.option]
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let session = try await options.session(.reads, surroundings)
        let journal = try session.observed
        let payouts: [StuckPayout]
        do throws(JournalError) {
            payouts = try await journal.stuckPayouts(limit: Self.limit)
        } catch {
            throw CommandFailure(error)
        }
        let status = Self.status(payouts)
        switch format {
        case .text: surroundings.output(payouts.isEmpty ? "nothing is stuck\n" : payouts.map(text).joined())
        case .json: surroundings.output(json(payouts, session.account.hostName, status))
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

    private func json(_ payouts: [StuckPayout], _ host: String, _ status: ExitStatus) -> String {
        var object = JSONObject()
        object["host"] = .string(host)
        object["stuck"] = .array(payouts.map { .object(members(of: $0)) })
        object["exitStatus"] = .number(JSONNumber(Int(status.code)))
        return JSONValue.object(object).description + "\n"
    }

    private func members(of payout: StuckPayout) -> JSONObject {
        var object = JSONObject()
        object["payout"] = .string(payout.payoutID)
        object["order"] = .string(payout.orderID)
        object["requestId"] = payout.requestID.map(JSONValue.string)
        object["reason"] = .string(payout.reason.rawValue)
        object["text"] = .string(payout.reason.words)
        object["since"] = .string(ReportTime.text(payout.since))
        object["moneyMoved"] = .string(payout.mayHaveMovedMoney ? "unknown" : "nothing")
        object["commands"] = .array(
            remedies(payout).map { remedy in
                var object = JSONObject()
                object["command"] = .string(remedy.command)
                object["condition"] = remedy.condition.map(JSONValue.string)
                return .object(object)
            })
        return object
    }

    /// A command that settles a payout, and when it is the right one, where that is not always.
    private struct Remedy {
        let command: String
        var condition: String?
    }

    /// The first one is never wrong.
    private func remedies(_ payout: StuckPayout) -> [Remedy] {
        let commands = OrderCommands(payout.payoutID, path: nil, account: options.account.words)
        let order = OrderCommands(payout.orderID, path: nil, account: options.account.words, isEnqueued: true)
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

extension StuckCommand {
    static let definition = CommandDefinition(
        name: "stuck",
        summary: "name what needs a person, and the command that settles it",
        synopses: ["payouts stuck --journal postgres [--format text|json]"],
        paragraphs: [
            "Names every payout that no worker gets on with: its outcome is not known, the provider has something "
                + "else, a run ended before it was handed over, or no worker looks after it; and for each the commands "
                + "that settle it, with the condition under which each is right. At most 1000, the oldest first. It "
                + "asks the provider nothing and changes nothing.",
            "JSON: host, stuck and exitStatus. A stuck payout has payout, order, requestId, reason (outcomeUnknown, "
                + "cancellationUnknown, startedElsewhere, notAsOrdered, unreachable, notReleased or unattended), text, "
                + "since (UTC), moneyMoved (nothing or unknown) and commands, each with command and, where it is not "
                + "always right, condition. " + Manual.failureAsJSON,
        ],
        options: [OutputFormat.option] + AccountChoice.options,
        exitStatuses: [
            (.done, "Nothing is stuck."), (.notPaid, "Payouts are stuck, and none of them has moved money."),
            (.usage, "The command line is wrong, or keys are missing."),
            (.unusableInput, "There is no journal, or it cannot be used."),
            (.outcomeUnknown, "Payouts are stuck that may have moved money."),
        ],
        examples: [("payouts stuck --journal postgres", "See what to do.")],
        environment: Manual.environment + Manual.databaseEnvironment)
}
