import SpecDiagnostics

extension ReferencePage {
    static let diagnostics = Self(
        topic: "diagnostics", fileName: "Diagnostics", title: "Diagnostics",
        summary: "Every error and warning about a page, a document or a kurus.json, by its id",
        parts: [
            .paragraph(
                "A diagnostic is printed as `page.md:8:312: error: message [id]`, with the line and a caret. "
                    + "`kurus lint --format json` prints them for a machine, and `kurus explain ID` prints an entry of "
                    + "this table together with what to do."),
            .table(
                ReferenceTable(
                    columns: ["id", "meaning", "what to do"], mainColumn: 1,
                    rows: DiagnosticEntry.all.map { ["`\($0.id.rawValue)`", $0.summary, $0.remedy] })),
        ])
}
