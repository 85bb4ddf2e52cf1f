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
    /// The rules of everything but schemas.
    package static var beyondSchemas: [Rule] {
        let schemas = Set(Rule.schemas)
        return Rule.all.filter { !schemas.contains($0) }
    }
}
