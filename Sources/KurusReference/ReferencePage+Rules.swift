package import SpecDiff

extension ReferencePage {
    static let rules = Self(
        topic: "rules", fileName: "DiffRules", title: "Rules of a diff",
        summary: "Every rule by which kurus diff judges a change on the wire, and its level",
        parts: [
            .paragraph(
                "Ids and levels are those of [oasdiff](https://github.com/oasdiff/oasdiff) where the meaning is the "
                    + "same. Every rule has a mirror, the rule that judges the same difference the other way round; "
                    + "`kurus explain ID` names it."),
            .heading("Documents, operations, requests and responses"),
            .table(
                ReferenceTable(
                    columns: ["rule", "wire", "what"], mainColumn: 2,
                    rows: Rule.beyondSchemas.map { ["`\($0.id)`", $0.wire.word, $0.summary] })),
            .heading("Schemas"),
            .paragraph(
                "Rules of schemas begin with the use of the schema: `request-parameter`, `request-body`, "
                    + "`request-property` (inside a body), `request-parameter-property`, `response-body`, "
                    + "`response-property`, `response-header`, `response-header-property`. Where uses differ, the level "
                    + "of most comes first. Rules with `read-only` or `write-only` before the property are about "
                    + "properties that do not go that way, and are `info`. A schema that no operation uses has one "
                    + "rule, `api-schema-changed`."),
            .table(
                ReferenceTable(
                    columns: ["rule", "in requests", "in responses", "what"], mainColumn: 3,
                    rows: SchemaRuleRow.all.map(\.cells))),
        ])
}

extension Rule {
    /// The rules of everything except schemas.
    package static var beyondSchemas: [Rule] {
        let schemas = Set(Rule.schemas)
        return Rule.all.filter { !schemas.contains($0) }
    }
}

/// A row of the table: the schema rules that judge one difference in different uses.
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

    /// The id, or the ending that all ids share.
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

    /// The levels, the most common first; those of properties in this direction, where there are such rules.
    private func levels(in direction: String) -> String {
        let own = rules.filter { $0.id.split(separator: "-").contains { $0 == direction } }
        let sent = own.filter { !$0.id.contains("-read-only-") && !$0.id.contains("-write-only-") }
        let levels = (sent.isEmpty ? own : sent).map(\.wire)
        let counts = Dictionary(grouping: levels, by: \.self).mapValues(\.count)
        return counts.sorted { ($0.value, $0.key) > ($1.value, $1.key) }.map(\.key.word).joined(separator: " / ")
    }
}
