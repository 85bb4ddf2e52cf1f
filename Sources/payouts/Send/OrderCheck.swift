import IyzicoMassPayout
import KurusCommandLine

/// Compares an order with the journal, without changing the journal.
struct OrderCheck {
    private let session: Session
    private let path: String
    private let payroll: Payroll
    /// Whether the file is to be sent, rather than only compared.
    private let isSending: Bool

    /// The number of lines of one kind that are shown; the others are counted.
    private static let shownLines = 20

    init(_ session: Session, _ file: OrderFile, isSending: Bool = true) {
        self.isSending = isSending
        self.session = session
        path = file.path
        payroll = file.payroll
    }

    /// - Parameter allowed: Ids of orders that this one may repeat.
    /// - Returns: Notes for the payer, one line each.
    @discardableResult
    func check(_ plan: PayoutPlan, allowing allowed: Set<String>) async throws(CommandFailure) -> [String] {
        do throws(PayoutError) {
            return notes(of: try await session.payouts.check(plan, allowRepeatOf: allowed))
        } catch {
            throw failure(error)
        }
    }

    /// Lists the rows concerned, one line each, as problems of a file are listed.
    func failure(_ error: PayoutError) -> CommandFailure {
        switch error.kind {
        case .differentOrder(let differences):
            let heading =
                isSending
                ? "\(SafeText.name(error.payoutID)) is another order in the journal, so nothing is sent:"
                : "\(path) is not the file of the order \(SafeText.name(error.payoutID)):"
            return failure(
                error, [heading], differences.map(problem),
                isSending ? error.advice : "Give the file that was sent, or none.")
        case .repeats(let repeats):
            let whole = repeats.wholeOrders.filter(repeats.refusingOrders.contains).map { order in
                let date = repeats.refused.first { $0.earlier.orderID == order }?.earlier.date ?? ""
                return "every row of \(path) is in the order \(SafeText.name(order))\(date) already, with the same "
                    + "recipients and amounts:"
            }
            let heading = whole.isEmpty ? ["rows are in other orders already, so nothing is sent:"] : whole
            return failure(
                error, heading, repeats.refused.map(problem),
                "Nothing is sent. If a row is to be paid again, name the order that it repeats by --allow-repeat ORDER."
            )
        default: return CommandFailure(error.exitStatus, error.description)
        }
    }

    private func failure(
        _ error: PayoutError, _ heading: [String], _ problems: [InputProblem], _ advice: String
    ) -> CommandFailure {
        let text = (heading + capped(problems.map(text)) + [advice]).joined(separator: "\n")
        return CommandFailure(error.exitStatus, text, problems: problems)
    }

    private func notes(of repeats: OrderRepeats) -> [String] {
        let whole = repeats.wholeOrders.map { order in
            let date = repeats.notes.first { $0.earlier.orderID == order }?.earlier.date ?? ""
            return "every row of \(path) is in the order \(SafeText.name(order))\(date), with the same recipients and "
                + "amounts"
        }
        return whole + capped(repeats.notes.map { text(problem($0)) })
    }

    private func capped(_ lines: [String]) -> [String] {
        guard lines.count > Self.shownLines else { return lines }
        return lines.prefix(Self.shownLines) + ["and \(lines.count - Self.shownLines) more rows like these"]
    }

    private func line(of itemID: String) -> Int? { payroll.location(of: itemID)?.line }

    private func text(_ problem: InputProblem) -> String {
        "\(path)\(problem.line.map { ":\($0)" } ?? ""): \(problem.message)"
    }

    private func problem(_ difference: PlanDifference) -> InputProblem {
        let line: Int? =
            switch difference {
            case .added(let id), .amount(let id, _, _), .recipient(let id): line(of: id)
            case .missing, .currency, .division, .other: nil
            }
        return InputProblem(line: line, SafeText.printable(difference.description))
    }

    private func problem(_ item: RepeatedItem) -> InputProblem {
        let (earlier, id) = (item.earlier, SafeText.name(item.itemID))
        let order = "\(SafeText.name(earlier.orderID))\(earlier.date)"
        let words = earlier.end.words
        let place = words.contains(",") ? "in \(order) (\(words))" : "\(words) in \(order)"
        let message =
            switch item.kind {
            case .sameContent:
                item.itemID == earlier.itemID
                    ? "\(id) is \(place)" : "\(id) is \(place) as \(SafeText.name(earlier.itemID))"
            case .sameIDAndRecipient:
                "\(id) is \(place), to the same recipient with another amount, "
                    + AmountDisplay.text(earlier.amount, earlier.currency)
            case .sameIDOfAnotherRecipient: "\(id) is \(place), to another recipient"
            }
        return InputProblem(line: line(of: item.itemID), message)
    }
}

extension EarlierItem {
    /// The day, as ` of 2026-11-30`. Journals of the first version have no times.
    fileprivate var date: String { recordedAt.map { " of \(ReportTime.day($0))" } ?? " of an unknown day" }
}
