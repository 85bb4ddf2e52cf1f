/// Recognises, by their first bytes, files that hold rows in a form that is not read.
enum ForeignFile {
    /// What the file is and how its rows are saved as a file that can be read; nil for what may be text.
    static func problem(in bytes: [UInt8]) -> String? {
        if bytes.starts(with: Array("PK\u{3}\u{4}".utf8)) { return archiveProblem(bytes) }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
            return "the file is an Excel workbook of the old kind (.xls) or one with a password, not CSV; \(inExcel)"
        }
        if bytes.starts(with: Array("%PDF-".utf8)) {
            return "the file is a PDF, which has no rows; export them as CSV from the program that made it"
        }
        let start = bytes.prefix(1024).drop { $0 <= 0x20 }
        guard start.first == UInt8(ascii: "<") else { return nil }
        return "the file is a web page or XML, as programs export it under the name .xls, not CSV; "
            + "open it in a spreadsheet and save it as CSV UTF-8"
    }

    /// A ZIP archive is told by the names of the files in it, which it holds once before each file and once at its end.
    private static func archiveProblem(_ bytes: [UInt8]) -> String {
        let ends = [bytes.prefix(4096), bytes.suffix(65536)]
        func holds(_ name: String) -> Bool { ends.contains { $0.firstRange(of: name.utf8) != nil } }
        if holds("opendocument.spreadsheet") {
            return "the file is an OpenDocument spreadsheet (.ods), not CSV; in LibreOffice, ‘File’, ‘Save As’, "
                + "‘Text CSV’ with the character set Unicode (UTF-8) makes one"
        }
        if holds("xl/") { return "the file is an Excel workbook (.xlsx), not CSV; \(inExcel)" }
        if holds(".iwa") {
            return "the file is a Numbers spreadsheet (.numbers), not CSV; in Numbers, ‘File’, ‘Export To’, ‘CSV’ with "
                + "the encoding Unicode (UTF-8) makes one"
        }
        return "the file is a ZIP archive, not CSV or JSON"
    }

    private static let inExcel =
        "in Excel, ‘File’, ‘Save As’, ‘CSV UTF-8’ (Dosya, Farklı Kaydet, ‘CSV UTF-8’) makes one"
}
