import SpecDocument

extension ReferencePage {
    static let coverage = Self(
        topic: "openapi", fileName: "OpenAPICoverage", title: "What of OpenAPI is read",
        summary: "Every object and field of OpenAPI 3.0.3 that Kurus reads",
        parts: [
            .paragraph(
                "All of these are read with their place in the page, so that any diagnostic can point at them. A field "
                    + "that is in none of these rows is reported as `unknown-field`."),
            .table(
                ReferenceTable(
                    columns: ["object", "fields", "also read"], mainColumn: 1,
                    rows: ObjectKind.allCases.map(\.grammar).map { object in
                        [
                            object.name, spans(of: object.fields + object.patterns), spans(of: object.additions),
                        ]
                    })),
            .paragraph(
                "Read and without effect on the source: `info` but title, version and description; `tags`, "
                    + "`externalDocs`, `xml`, examples, callbacks and links, `bearerFormat` and OAuth flows, "
                    + "`allowEmptyValue`, and the headers of a multipart encoding. `not` is documented. OpenAPI 3.1 and "
                    + "Swagger 2.0 are refused."),
        ])

    private static func spans(of fields: [String]) -> String {
        fields.map { "`\($0)`" }.joined(separator: ", ")
    }
}
