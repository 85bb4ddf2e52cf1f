import IyzicoMassPayout
import KurusCommandLine

/// The options that control how an input file is read and checked.
struct InputOptions {
    /// Nil where the file's name and content decide.
    var format: InputFormat?
    var encoding: FileEncoding?
    var columns = ColumnNames()
    /// The checks of recipients beyond their syntax.
    var checks: RecipientChecks = .all
    var allowsDuplicates = false

    init() {}

    init(_ arguments: ParsedArguments) throws(UsageError) {
        format = try arguments[Self.inputFormat]
        encoding = try arguments[Self.encoding]
        columns = ColumnNames(chosen: try arguments[Self.column], ignored: try arguments[Self.ignoreColumn])
        checks = arguments[Self.uncheckedRecipients] ? [] : .all
        allowsDuplicates = arguments[Self.allowDuplicates]
    }

    /// The options for the file of an order that was sent. Its checks were made then.
    var ofSentOrder: InputOptions {
        var options = self
        options.checks = []
        options.allowsDuplicates = true
        return options
    }

    @Sendable private static func columns(
        _ words: [String], _ command: CommandDefinition
    ) throws(UsageError) -> [ColumnNames.Choice] {
        var columns: [ColumnNames.Choice] = []
        for value in words {
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw UsageError(
                    "'--column' takes COLUMN=HEADING, as in recipientName=\"Ad Soyad\"; found '\(value)'",
                    in: command)
            }
            guard let column = ColumnHeadings.entry(for: parts[0])?.column else {
                let known = InputColumn.allCases.map(\.rawValue)
                throw UsageError(
                    "'--column' knows the columns \(known.joined(separator: ", ")); found '\(parts[0])'",
                    didYouMean: parts[0], among: known, in: command)
            }
            if columns.contains(where: { $0.column == column }) {
                throw UsageError("'--column' names '\(column.rawValue)' twice", in: command)
            }
            columns.append((column, parts[1]))
        }
        return columns
    }
}

extension InputOptions {
    private static let inputFormat = Option<InputFormat?>(
        "--input-format", "FORMAT", "csv or json. By default, the name of FILE or its first character decides.")
    private static let encoding = Option<FileEncoding?>(
        "--encoding", "ENCODING",
        "utf-8 (the default) or windows-1254, in which Turkish versions of Windows save CSV. UTF-16 is recognized by "
            + "its byte order mark.")
    private static let column = Option<[ColumnNames.Choice]>(
        "--column", "COLUMN=HEADING", isRepeatable: true,
        "Use the column with this heading as COLUMN, as in --column recipientName=\"Personel\". Can be given more than "
            + "once.", read: columns)
    private static let ignoreColumn = Option(
        repeatable: "--ignore-column", "HEADING",
        "Ignore the column with this heading. Can be given more than once.")
    private static let allowDuplicates = Flag(
        "--allow-duplicates", "Accept rows that pay one recipient the same amount twice.")
    private static let uncheckedRecipients = Flag(
        "--unchecked-recipients",
        "Accept IBANs and identity numbers with a wrong length or wrong check digits, such as those in the provider's "
            + "samples.")

    /// The options of every command that reads a FILE.
    static let fileOptions: [any CommandOption] = [inputFormat, encoding, column, ignoreColumn]

    /// The options of commands that check a FILE.
    static let checkOptions: [any CommandOption] = [allowDuplicates, uncheckedRecipients]

    /// The description of a FILE, made from the tables that the reader uses.
    static let fileParagraphs =
        [
            "FILE is CSV (RFC 4180) whose first line names the columns, separated by commas, semicolons, tabs or "
                + "vertical bars; a line such as sep=; may precede it. It can also be JSON: an array of objects with "
                + "these members, or an object whose member items is that array. FILE - is standard input. The text is "
                + "UTF-8, or UTF-16 with a byte order mark. Empty rows at the end are ignored. Save a workbook (.xlsx, "
                + ".xls, .ods, .numbers) as CSV first.",
            "The columns are \(InputColumn.allCases.map(\.rawValue).joined(separator: ", ")). id: your own, unique in "
                + "the file. type: \(InputType.allCases.map(\.rawValue).joined(separator: ", ")). recipient: the IBAN, "
                + "phone or number. name: the account holder's, required with an IBAN and sent with nothing else. "
                + "phone: with plus and country, without spaces. amount: digits, and a point before decimals, never "
                + "more decimals than the currency has: 41.250 TRY is refused, since it most often means 41250. "
                + "currency: three capital letters; lira is TRY. nonWithdrawable: true, false or empty.",
            "The length and the check digits of IBANs (ISO 13616) and of Turkish identity numbers are checked; "
                + "--unchecked-recipients accepts others.",
            "Headings are also known by the names below; case, spaces, punctuation and the dots of i do not matter. A "
                + "heading that names the kind of recipient, such as IBAN, replaces the column type.",
        ] + headings + [
            "A column with another name is refused: --column identifies it, --ignore-column ignores it.",
            "Every problem of the file is reported with its line, in JSON also with its element and the item's id; if "
                + "there is one, nothing is sent. For every 1,000 rows, 20 problems are shown and the others counted. "
                + "Messages never show a recipient, a name or a description.",
        ]

    private static let headings = InputColumn.allCases.compactMap { column in
        let names = ColumnHeadings.entries.filter { $0.column == column }.flatMap(\.headings)
            .filter { $0 != column.rawValue }
        return names.isEmpty ? nil : "\(column.rawValue): \(names.joined(separator: ", "))"
    }
}

/// The format of an input file.
enum InputFormat: String, CaseIterable {
    case commaSeparated = "csv"
    case json

    /// Guesses the format from the file's extension, then from its first character.
    init(path: String, text: [UInt8]) {
        let name = path.lowercased()
        if name.hasSuffix(".json") {
            self = .json
        } else if name.hasSuffix(".csv") || name.hasSuffix(".tsv") || name.hasSuffix(".txt") {
            self = .commaSeparated
        } else {
            let first = text.first { $0 > 0x20 }
            self = first == UInt8(ascii: "[") || first == UInt8(ascii: "{") ? .json : .commaSeparated
        }
    }

    /// Reads the rows of a file.
    static func read(
        _ bytes: consuming [UInt8], path: String, _ options: InputOptions, into taker: inout some InputRowTaker
    ) {
        var encoding = TextEncoding(consume bytes, as: options.encoding)
        if let note = encoding.note { taker.notes.append(note) }
        if let refusal = encoding.refusal { return taker.problems.add(InputProblem(.file, refusal)) }
        if let problem = encoding.problem {
            taker.problems.add(problem)
            // A heading in another encoding would only add unknown names.
            if problem.location.line == 1 { return }
        }
        switch options.format ?? InputFormat(path: path, text: encoding.text) {
        case .commaSeparated: CSVTable.read(encoding.takeText(), options.columns, into: &taker)
        case .json:
            // JSON cannot be read past its first error.
            if encoding.problem == nil { JSONTable.read(encoding.takeText(), options.columns, into: &taker) }
        }
    }
}

/// Recognizes files of unsupported formats by their first bytes.
enum ForeignFile {
    /// Names the format and explains how to save the rows as CSV; nil for a file that may be text.
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

    /// Recognizes a ZIP archive by the names of its files, which are both before each file and at the archive's end.
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
