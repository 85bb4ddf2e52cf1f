import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// An order as one HTML page for accounting, without script, made for printing.
struct ExportHTML {
    let record: OrderRecord

    var text: String {
        let page: HTMLText = """
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

    private var facts: HTMLText {
        let rows: [(String, String?)] = [
            ("Recorded", Self.text(record.recorded)), ("Paid through", record.host),
            ("Account", "API key \(record.key)"),
            ("Items", String(record.items.count)), ("Printed", ReportTime.minute(record.made) + " UTC"),
        ]
        let list = HTMLText(
            joining: rows.map { label, value in "<div><dt>\(label)</dt><dd>\(value ?? "not known")</dd></div>\n" })
        return "<dl>\n\(list)</dl>"
    }

    /// The number, sum and commissions of the items by end.
    private var sums: HTMLText {
        let sums = ExportSums(record.items)
        let rows = HTMLText(
            joining: sums.rows.map { row in
                """
                <tr><td><span class="end \(row.end.rawValue)">\(row.end.words)</span></td><td class="number">\
                \(String(row.count))</td><td class="number">\(AmountDisplay.text(row.amount, row.currency))</td>\
                <td class="number">\(row.commission.map { AmountDisplay.text($0, row.currency) } ?? "")</td></tr>

                """
            })
        let totals = HTMLText(
            joining: sums.totals.map { row in
                """
                <tr><th scope="row">all</th><td class="number">\(String(row.count))</td><td class="number">\
                \(AmountDisplay.text(row.amount, row.currency))</td>\
                <td class="number">\(row.commission.map { AmountDisplay.text($0, row.currency) } ?? "")</td></tr>

                """
            })
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

    private var payouts: HTMLText {
        let rows = HTMLText(
            joining: record.payouts.map { payout in
                """
                <tr><td class="id">\(payout.id)</td><td class="code request">\(payout.requestID ?? "")</td>\
                <td class="number count">\(String(payout.items.count))</td><td class="event">\(payout.authorized.map { Self.text($0) ?? "yes" } ?? "no")</td></tr>

                """
            })
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

    private var items: HTMLText {
        let hasFile = record.items.contains { $0.given != nil }
        let heading: HTMLText = hasFile ? "<th>Recipient</th><th>Description</th>" : ""
        let rows = HTMLText(joining: record.items.map { row($0, hasFile: hasFile) })
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

    private func row(_ item: OrderRecord.Item, hasFile: Bool) -> HTMLText {
        let given = item.given
        let people: HTMLText =
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

    private var signatures: HTMLText {
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

/// HTML source. Interpolated text is escaped.
struct HTMLText: ExpressibleByStringInterpolation {
    let source: String

    init(stringLiteral value: String) {
        source = value
    }

    init(stringInterpolation: Interpolation) {
        source = stringInterpolation.source
    }

    init(joining parts: [HTMLText]) {
        source = parts.map(\.source).joined()
    }

    /// Takes literals and `HTMLText` unchanged, and escapes a `String`.
    struct Interpolation: StringInterpolationProtocol {
        fileprivate var source = ""

        init(literalCapacity: Int, interpolationCount: Int) {}

        mutating func appendLiteral(_ literal: String) {
            source += literal
        }

        /// Escapes a text for use as text or in a quoted attribute (HTML standard §13.3, serializing).
        mutating func appendInterpolation(_ text: String) {
            for character in SafeText.printable(text) {
                switch character {
                case "&": source += "&amp;"
                case "<": source += "&lt;"
                case ">": source += "&gt;"
                case "\"": source += "&quot;"
                default: source.append(character)
                }
            }
        }

        mutating func appendInterpolation(_ html: HTMLText) {
            source += html.source
        }
    }
}
