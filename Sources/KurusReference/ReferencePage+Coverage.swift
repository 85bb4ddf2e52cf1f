import SpecDocument

extension ReferencePage {
    static let coverage = Self(
        topic: "openapi", fileName: "OpenAPICoverage", title: "Coverage of OpenAPI",
        summary: "Every object and field of OpenAPI 3.0, 3.1 and 3.2, and the use that Kurus makes of it",
        parts: [
            .paragraph(
                "Every field is read with its place in the page, so that any diagnostic can point at it. *Generated*: it "
                    + "decides about the source. *Documented*: it is part of the comments. *Read*: it is checked, and has "
                    + "no effect on the source. *Warned*: it is not followed, with a warning "
                    + "(`not-followed`, `not-generated`). *Extensions*: fields that Kurus reads in addition to the "
                    + "specification's. A field in none of these rows is reported as `unknown-field`; one of another "
                    + "version is too, and is followed all the same. Swagger 2.0 is refused: "
                    + "`npx swagger2openapi` converts it."),
            .heading("OpenAPI 3.0"),
            .table(fields(of: .v30) { _ in true }),
            .heading("OpenAPI 3.1"),
            .table(fields(of: .v31) { _ in true }),
            .heading("OpenAPI 3.2"),
            .paragraph("Read as 3.1. These fields are new:"),
            .table(fields(of: .v32) { $0.fields(in: .v31) != $0.fields(in: .v32) }),
        ])

    /// The fields of a version by the use that is made of them; of 3.2, only those that 3.1 does not have.
    private static func fields(
        of version: SpecificationVersion, where isListed: (ObjectGrammar) -> Bool
    ) -> ReferenceTable {
        let treatments = FieldTreatment.allCases
        return ReferenceTable(
            columns: ["object"] + treatments.map(\.rawValue) + ["extensions"], mainColumn: 1,
            rows: ObjectKind.allCases.map(\.grammar).filter(isListed).map { object in
                let known = version == .v32 ? object.fields(in: .v31) + object.patterns : []
                let fields = (object.fields(in: version) + object.patterns).filter { !known.contains($0) }
                let cells = treatments.map { treatment in
                    spans(of: fields.filter { object.treatment(of: $0) == treatment })
                }
                return [object.name] + cells + [version == .v32 ? "" : spans(of: object.additions(to: version))]
            })
    }

    private static func spans(of fields: [String]) -> String {
        fields.map { "`\($0)`" }.joined(separator: ", ")
    }
}
