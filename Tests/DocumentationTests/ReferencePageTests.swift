import Foundation
import KurusReference
import SpecDiagnostics
import SpecDiff
import SpecDocument
import Testing

/// The documentation's pages of reference hold what the code holds.
@Suite struct ReferencePageTests {
    @Test(arguments: ReferencePage.all.map(\.fileName))
    func isAsTheCommandWritesIt(_ fileName: String) throws {
        let page = try #require(ReferencePage.all.first { $0.fileName == fileName })
        let text = try ProjectFile.text(of: "Sources/Documentation.docc/Reference/\(fileName).md")
        #expect(text == page.markdown, "run: swift run reference-pages")
    }

    @Test func listsEveryDiagnostic() throws {
        #expect(DiagnosticEntry.all.map(\.id) == DiagnosticID.allCases)
        let page = try page("diagnostics")
        #expect(names(in: page.tables) == DiagnosticID.allCases.map(\.rawValue))
    }

    @Test func listsEveryFieldByItsUse() throws {
        let tables = try page("openapi").tables
        #expect(tables.count == SpecificationVersion.allCases.count)
        for (version, table) in zip([SpecificationVersion.v30, .v31], tables) {
            #expect(table.columns == ["object"] + FieldTreatment.allCases.map(\.rawValue) + ["extensions"])
            #expect(table.rows.map(\.first) == ObjectKind.allCases.map(\.grammar.name))
            for (grammar, row) in zip(ObjectKind.allCases.map(\.grammar), table.rows) {
                let cells = row.dropFirst().map { $0.replacing("`", with: "").split(separator: ", ").map(String.init) }
                #expect(
                    cells.dropLast().flatMap(\.self).sorted()
                        == (grammar.fields(in: version) + grammar.patterns).sorted())
                #expect(cells.last == grammar.additions(to: version))
                for (treatment, fields) in zip(FieldTreatment.allCases, cells) {
                    #expect(fields.allSatisfy { grammar.treatment(of: $0) == treatment }, "\(grammar.name)")
                }
            }
        }
        let news = ObjectKind.allCases.map(\.grammar).flatMap { grammar in
            grammar.fields(in: .v32).filter { !grammar.fields(in: .v31).contains($0) }
        }
        let last = try #require(tables.last)
        let listed = last.rows.flatMap { row in
            row.dropFirst().flatMap { $0.replacing("`", with: "").split(separator: ", ").map(String.init) }
        }
        #expect(listed.sorted() == news.sorted())
    }

    @Test func listsEveryRuleOfADiff() throws {
        let tables = try page("rules").tables
        #expect(tables.count == 2)
        #expect(tables.first?.rows == Rule.beyondSchemas.map { ["`\($0.id)`", $0.wire.word, $0.summary] })
        #expect(tables.last?.rows == SchemaRuleRow.all.map(\.cells))
        let listed = Rule.beyondSchemas + SchemaRuleRow.all.flatMap(\.rules)
        #expect(Set(listed) == Set(Rule.all) && listed.count == Rule.all.count)
    }

    /// Diagnostics and rules share the words behind `kurus explain`.
    @Test func givesNoIDTwoMeanings() {
        let ids = DiagnosticID.allCases.map(\.rawValue) + Rule.all.map(\.id)
        #expect(Set(ids).count == ids.count)
    }

    @Test func writesRowsOfOneLengthInEveryTable() {
        for page in ReferencePage.all {
            for table in page.tables {
                #expect(table.columns.indices.contains(table.mainColumn))
                #expect(table.rows.allSatisfy { $0.count == table.columns.count }, "\(page.topic)")
                #expect(table.rows.allSatisfy { $0.first?.isEmpty == false }, "\(page.topic)")
            }
        }
    }

    /// The code that handles a fact has the name that the sources give it.
    @Test func namesOnlyCodeThatExists() throws {
        let sources = try ProjectFile.texts(in: ["Sources", "Generated", "specs"], without: "KurusReference")
        let rows = try #require(try page("providers").tables.first).rows
        #expect(rows.count > 15)
        for row in rows {
            for name in try #require(row.last).split(separator: "`", omittingEmptySubsequences: false)
                .enumerated().filter({ $0.offset % 2 == 1 })
            {
                for word in name.element.split(separator: #/[^A-Za-z0-9_-]+/#) where word != "_" {
                    #expect(sources.contains { $0.contains(word) }, "\(row): \(word)")
                }
            }
        }
    }

    private func page(_ topic: String) throws -> ReferencePage {
        try #require(ReferencePage.all.first { $0.topic == topic })
    }

    private func names(in tables: [ReferenceTable]) -> [String] {
        tables.flatMap(\.rows).compactMap { $0.first?.replacing("`", with: "") }
    }
}

/// Files of the project, by their path from its folder.
enum ProjectFile {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func text(of path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    static func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
    }

    /// The paths of all files below a folder, sorted.
    static func paths(in folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path(percentEncoded: false))
            .map { "\(folder)/\($0)" }.sorted()
    }

    /// The texts, and paths as texts, of all files that people write.
    static func texts(in folders: [String], without excluded: String) throws -> [String] {
        let paths = try folders.flatMap(paths).filter { !$0.contains(excluded) && !$0.contains(".docc") }
        let written = paths.filter { $0.hasSuffix(".swift") || $0.hasSuffix(".json") || $0.hasSuffix(".md") }
        return try paths + written.map(text)
    }
}
