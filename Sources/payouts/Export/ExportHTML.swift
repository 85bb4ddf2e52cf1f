import Foundation
import IyzicoMassPayout
import KurusCommandLine
import SourceText

/// An order as one HTML page for accounting, without script, made for printing.
struct ExportHTML {
    let record: OrderRecord

    var text: String {
        let page: HTML = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Payout order \(record.id)</title>
            <style>
            \(Self.style)
            </style>
            </head>
            <body>
            <header>
            <p class="kind">Payout order</p>
            <h1>\(record.id)</h1>
            </header>
            <main>
            \(facts)
            \(sums)
            \(payouts)
            \(items)
            \(signatures)
            </main>
            </body>
            </html>

            """
        return page.source
    }

    private var facts: HTML {
        let rows: [(String, String?)] = [
            ("Recorded", Self.text(record.recorded)), ("Paid through", record.host),
            ("Account", "API key \(record.key)"),
            ("Items", String(record.items.count)), ("Printed", ReportTime.minute(record.made) + " UTC"),
        ]
        let list: [HTML] = rows.map { label, value in
            "<div><dt>\(label)</dt><dd>\(value ?? "not known")</dd></div>\n"
        }
        return "<dl>\n\(list)</dl>"
    }

    /// The number, sum and commissions of the items by end.
    private var sums: HTML {
        let sums = ExportSums(record.items)
        let rows = sums.rows.map { row in
            Self.row("<td><span class=\"end \(row.end.rawValue)\">\(row.end.words)</span></td>", row)
        }
        let totals = sums.totals.map { Self.row("<th scope=\"row\">all</th>", $0) }
        return """
            <section>
            <h2>Sums</h2>
            <div class="wide"><table class="sums">
            <thead><tr><th>End</th><th class="number">Items</th><th class="number">Amount</th>\
            <th class="number">Commission</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            <tfoot>
            \(totals)</tfoot>
            </table></div>
            </section>
            """
    }

    private static func row(_ head: HTML, _ row: ExportSums.Row) -> HTML {
        """
        <tr>\(head)<td class="number">\(row.count)</td>\
        <td class="number">\(AmountDisplay.text(row.amount, row.currency))</td>\
        <td class="number">\(row.commission.map { AmountDisplay.text($0, row.currency) } ?? "")</td></tr>

        """
    }

    private var payouts: HTML {
        let rows: [HTML] = record.payouts.map { payout in
            """
            <tr><td class="id">\(payout.id)</td><td class="code request">\(payout.requestID ?? "")</td>\
            <td class="number count">\(payout.items.count)</td>\
            <td class="event">\(payout.authorized.map { Self.text($0) ?? "yes" } ?? "no")</td></tr>

            """
        }
        return """
            <section>
            <h2>Payouts</h2>
            <div class="wide"><table class="cards">
            <thead><tr><th>Payout</th><th>Provider's request</th><th class="number">Items</th><th>Authorized</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table></div>
            </section>
            """
    }

    private var items: HTML {
        let hasFile = record.items.contains { $0.given != nil }
        let heading: HTML = hasFile ? "<th>Recipient</th><th>Description</th>" : ""
        let rows = record.items.map { row($0, hasFile: hasFile) }
        return """
            <section>
            <h2>Items</h2>
            <div class="wide"><table class="cards">
            <thead><tr><th>Item</th>\(heading)<th class="number">Amount</th><th class="number">Commission</th>\
            <th>End</th><th>Ended (UTC)</th><th>Reference</th></tr></thead>
            <tbody>
            \(rows)</tbody>
            </table></div>
            </section>
            """
    }

    private func row(_ item: OrderRecord.Item, hasFile: Bool) -> HTML {
        let given = item.given
        let people: HTML =
            hasFile
            ? """
            <td class="person">\(given?.recipient.name ?? "")<span class="account">\(given?.recipient.canonicalText ?? "")</span></td>\
            <td class="about">\(given?.description ?? "")</td>
            """ : ""
        return """
            <tr><td class="id">\(item.id)</td>\(people)<td class="number amount">\
            \(AmountDisplay.text(item.amount, item.currency))</td><td class="number commission">\
            \(item.commission.map { AmountDisplay.text($0, item.currency) } ?? "")</td>\
            <td class="state"><span class="end \(item.end.rawValue)">\(item.end.words)</span></td>\
            <td class="ended">\(item.ended.map(ReportTime.minute) ?? "")</td><td class="code">\(item.reference ?? "")</td></tr>

            """
    }

    private var signatures: HTML {
        """
        <section class="signatures">
        <div>Checked by</div><div>Approved by</div><div>Date</div>
        </section>
        """
    }

    private static func text(_ event: OrderRecord.Event) -> String? {
        let parts = [event.time.map { ReportTime.minute($0) + " UTC" }, event.actor.map { "by \($0)" }]
        let text = parts.compactMap(\.self).joined(separator: " ")
        return text.isEmpty ? nil : text
    }
}

/// A piece of a page.
typealias HTML = HTMLText<PrintableMarkup>

/// Escapes text, and makes control characters visible.
enum PrintableMarkup: HTMLEscaping {
    static func escaped(_ text: String) -> String {
        SafeText.printable(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}
