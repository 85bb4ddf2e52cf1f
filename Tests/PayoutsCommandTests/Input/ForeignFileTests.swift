import Testing

@testable import payouts

struct ForeignFileTests {
    static let archive = Array("PK\u{3}\u{4}\u{14}".utf8) + [0, 6, 0, 8, 0]

    static let files: [(bytes: [UInt8], message: String)] = [
        (
            archive + Array("[Content_Types].xml....xl/workbook.xml".utf8),
            "the file is an Excel workbook (.xlsx), not CSV"
        ),
        // The names at its end tell what a large archive is.
        (
            archive + [UInt8](repeating: 0xAA, count: 100_000) + Array("xl/worksheets/sheet1.xml".utf8),
            "the file is an Excel workbook (.xlsx), not CSV"
        ),
        (
            archive + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8),
            "the file is an OpenDocument spreadsheet (.ods), not CSV"
        ),
        (archive + Array("Index/Document.iwa".utf8), "the file is a Numbers spreadsheet (.numbers), not CSV"),
        (archive + Array("photo.jpg".utf8), "the file is a ZIP archive, not CSV or JSON"),
        (
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0],
            "the file is an Excel workbook of the old kind (.xls) or one with a password, not CSV"
        ),
        (Array("%PDF-1.7\n".utf8), "the file is a PDF, which has no rows"),
        (Array("\n <html><table>".utf8), "the file is a web page or XML"),
    ]

    /// One message, whatever the file's name: a workbook is not text that could be read further.
    @Test(arguments: files)
    func tellsWhatAFileIs(_ bytes: [UInt8], _ message: String) throws {
        for path in ["p.csv", "p.xlsx", "p", "p.json"] {
            let error = #expect(throws: Payroll.Unusable.self) {
                try Payroll.read(bytes, path: path, id: "nov", options: InputOptions())
            }
            #expect(error?.count == 1)
            #expect(error?.problems.first?.message.hasPrefix(message) == true, "\(String(describing: error))")
        }
    }

    @Test func saysHowToSaveAWorkbook() {
        #expect(ForeignFile.problem(in: Self.files[0].bytes)?.contains("‘Save As’, ‘CSV UTF-8’") == true)
    }

    @Test(arguments: ["", "PK,type", "id,type\n", "[]", "<"])
    func leavesTextAlone(_ text: String) {
        #expect((ForeignFile.problem(in: Array(text.utf8)) == nil) == (text != "<"))
    }
}
