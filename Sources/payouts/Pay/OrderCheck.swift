import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// Finds what the journal has against an order, without changing it.
struct OrderCheck {
    private let session: Session
    private let path: String
    private let payroll: Payroll

    init(_ session: Session, _ file: OrderFile) {
        self.session = session
        path = file.path
        payroll = file.payroll
    }

    /// - Parameter allowed: Orders that it may repeat.
    func check(_ plan: PayoutPlan, allowing allowed: Set<String>) async throws(CommandFailure) {
        do throws(PayoutError) {
            try await session.payouts.check(plan, allowRepeatOf: allowed)
        } catch {
            throw CommandFailure(error.exitStatus, message(of: error))
        }
    }

    /// The rows first, a line each, as the problems of a file are printed.
    private func message(of error: PayoutError) -> String {
        switch error.kind {
        case .differentOrder(let differences):
            let id = SafeText.name(error.payoutID)
            return
                (["\(id) stands for another order in the journal, so that nothing is sent:"]
                + differences.map(line) + [error.advice]).joined(separator: "\n")
        case .repeats(let repeats):
            return
                (repeats.wholeOrders.map { "every row is paid or open in the order \(SafeText.name($0)) already:" }
                + ["rows are paid or open in other orders, so that nothing is sent:"] + repeats.refused.map(line)
                + ["Cancel the other order, wait for its end, or name it by --allow-repeat ORDER if that is meant."])
                .joined(separator: "\n")
        default: return error.description
        }
    }

    private func line(_ difference: PlanDifference) -> String {
        switch difference {
        case .added(let id), .amount(let id, _, _), .recipient(let id):
            place(of: id) + SafeText.printable(difference.description)
        case .missing, .currency, .division, .other: "\(path): " + SafeText.printable(difference.description)
        }
    }

    private func line(_ item: RepeatedItem) -> String {
        let (earlier, end) = (item.earlier, item.earlier.end)
        let words = end == .open ? "is open" : end == .paid ? "is paid" : "is \(end.words)"
        let date = earlier.recordedAt.map { " of \($0.formatted(.iso8601.year().month().day()))" } ?? ""
        return place(of: item.itemID)
            + "\(SafeText.name(item.itemID)) \(words) in \(SafeText.name(earlier.orderID))\(date)"
    }

    private func place(of itemID: String) -> String {
        "\(path)\(payroll.place(of: itemID)?.line.map { ":\($0)" } ?? ""): "
    }
}
