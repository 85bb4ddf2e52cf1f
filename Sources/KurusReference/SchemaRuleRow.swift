package import SpecDiff

/// The rules of schemas that judge one difference in different uses: a row of the table.
package struct SchemaRuleRow {
    package let rules: [Rule]

    package static var all: [Self] {
        var rows: [[Rule]] = []
        var positions: [String: Int] = [:]
        for rule in Rule.schemas {
            if let position = positions[rule.summary] {
                rows[position].append(rule)
            } else {
                positions[rule.summary] = rows.count
                rows.append([rule])
            }
        }
        return rows.map { Self(rules: $0) }
    }

    package var cells: [String] {
        [name, levels(in: "request"), levels(in: "response"), rules.first?.summary ?? ""]
    }

    /// The id, or the words that all ids end with.
    private var name: String {
        let ids = rules.map(\.id)
        guard ids.count > 1, let first = ids.first, !first.hasPrefix("new-") else {
            return ids.map { "`\($0)`" }.joined(separator: ", ")
        }
        var words = first.split(separator: "-")
        while !words.isEmpty, !ids.allSatisfy({ $0.hasSuffix("-" + words.joined(separator: "-")) }) {
            words.removeFirst()
        }
        return "`…-\(words.joined(separator: "-"))`"
    }

    /// The levels, those of most uses first; of properties that go this way, where there are such rules.
    private func levels(in direction: String) -> String {
        let own = rules.filter { $0.id.split(separator: "-").contains { $0 == direction } }
        let sent = own.filter { !$0.id.contains("-read-only-") && !$0.id.contains("-write-only-") }
        let levels = (sent.isEmpty ? own : sent).map(\.wire)
        let counts = Dictionary(grouping: levels, by: \.self).mapValues(\.count)
        return counts.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key.word).joined(separator: " / ")
    }
}
