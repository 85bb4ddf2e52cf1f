import IyzicoMassPayout
import KurusCommandLine

/// Finds what the journal has against an order, without changing it.
struct OrderCheck {
    private let session: Session
    private let path: String
    private let payroll: Payroll
    /// Whether the file was to be sent; else it was to be compared alone.
    private let isSending: Bool

    /// More lines than these of one kind are counted.
    private static let shownLines = 20

    init(_ session: Session, _ file: OrderFile, isSending: Bool = true) {
        self.isSending = isSending
        self.session = session
        path = file.path
        payroll = file.payroll
    }

    /// - Parameter allowed: Orders that it may repeat.
    /// - Returns: What the payer should know, a line each.
    @discardableResult
    func check(_ plan: PayoutPlan, allowing allowed: Set<String>) async throws(CommandFailure) -> [String] {
        do throws(PayoutError) {
            return notes(of: try await session.payouts.check(plan, allowRepeatOf: allowed))
        } catch {
            throw failure(error)
        }
    }

    /// The rows a line each, as the problems of a file are printed.
    func failure(_ error: PayoutError) -> CommandFailure {
        switch error.kind {
        case .differentOrder(let differences):
            let heading =
                isSending
                ? "\(SafeText.name(error.payoutID)) is another order in the journal, so that nothing is sent:"
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
            let heading = whole.isEmpty ? ["rows are in other orders already, so that nothing is sent:"] : whole
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

    private func line(of itemID: String) -> Int? { payroll.place(of: itemID)?.line }

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
    /// ` of 2026-11-30`; journals of the first version have no time.
    fileprivate var date: String { recordedAt.map { " of \(ReportTime.day($0))" } ?? " of an unknown day" }
}
