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

    /// Records the order in a copy of the journal.
    func check(_ plan: PayoutPlan, payAgain: Set<String>) throws(CommandFailure) {
        let copy = MassPayouts(
            session.operations, journal: MemoryJournal(try session.entries()),
            hashKey: session.account.credentials.journalKey)
        do throws(PayoutError) {
            try copy.record(plan, payAgain: payAgain)
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
        case .itemsAlreadyOrdered(let items):
            return
                (["rows are paid or open in other orders, so that nothing is sent:"] + items.map(line)
                + ["Cancel the other order, wait for its end, or say --pay-again ITEM for each."])
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

    private func line(_ item: OrderedItem) -> String {
        let end = item.end == .open ? "is open" : item.end == .paid ? "is paid" : "is \(item.end.words)"
        let other = SafeText.name(item.payoutID)
        return place(of: item.itemID) + "\(SafeText.name(item.itemID)) \(end) in \(other)"
    }

    private func place(of itemID: String) -> String {
        "\(path)\(payroll.place(of: itemID)?.line.map { ":\($0)" } ?? ""): "
    }
}
