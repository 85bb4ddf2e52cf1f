import IyzicoMassPayout

/// The rows of an order that were finally not paid, as a file to mend and send under a new id.
struct UnpaidRows {
    private let report: OrderReport

    init(_ report: OrderReport) {
        self.report = report
    }

    /// Rows to output; what is unpaid and must not be sent again, to error output.
    func print(_ surroundings: Surroundings) {
        surroundings.output(text)
        for item in report.items where item.end != .paid && !item.end.isUnpaid {
            surroundings.errorOutput("\(SafeText.printable(item.id)) is left out: \(item.end.words)\n")
        }
        report.printErrors(surroundings)
    }

    /// Whole rows where the file is at hand, else what the journal knows of them.
    private var text: String {
        let unpaid = report.items.filter(\.end.isUnpaid)
        guard let payroll = report.payroll else {
            return CSVWriting.line(["id", "amount", "currency"])
                + unpaid.map { item in
                    let amount = item.amount.map { AmountDisplay.digits($0, item.currency ?? "") }
                    return CSVWriting.line([item.id, amount ?? "", item.currency ?? ""])
                }.joined()
        }
        let ids = Set(unpaid.map(\.id))
        let columns = InputColumn.allCases
        return CSVWriting.line(columns.map(\.rawValue))
            + payroll.entries.filter { ids.contains($0.item.id) }
            .map { entry in CSVWriting.line(columns.map { entry.row[$0] }) }.joined()
    }
}
