import IyzicoMassPayout
import KurusCommandLine

/// How a payer's file is read, and what it may hold.
struct InputOptions {
    /// Nil where the file itself tells.
    var format: InputFormat?
    var encoding: FileEncoding?
    var columns = ColumnNames()
    /// Checks of recipients beyond their form.
    var checks: RecipientChecks = .all
    var allowsDuplicates = false

    init() {}

    /// What a person asked for.
    init(_ arguments: ParsedArguments) throws(UsageError) {
        format = try arguments[Self.inputFormat]
        encoding = try arguments[Self.encoding]
        columns = ColumnNames(chosen: try arguments[Self.column], ignored: try arguments[Self.ignoreColumn])
        checks = arguments[Self.uncheckedRecipients] ? [] : .all
        allowsDuplicates = arguments[Self.allowDuplicates]
    }

    /// For the file of an order that was sent: what was allowed then is not asked again.
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
        "--input-format", "FORMAT", "csv or json, where neither the name of FILE nor its first character tells it.")
    private static let encoding = Option<FileEncoding?>(
        "--encoding", "ENCODING",
        "utf-8 (the default) or windows-1254, in which Turkish versions of Windows save CSV. UTF-16 is read by the "
            + "mark at its beginning.")
    private static let column = Option<[ColumnNames.Choice]>(
        "--column", "COLUMN=HEADING", isRepeatable: true,
        "Take the column of this heading for COLUMN, as in --column recipientName=\"Personel\". Can be given more than "
            + "once.", read: columns)
    private static let ignoreColumn = Option(
        repeatable: "--ignore-column", "HEADING",
        "Leave out the column of this heading. Can be given more than once.")
    private static let allowDuplicates = Flag(
        "--allow-duplicates", "Take rows that pay one recipient the same amount twice.")
    private static let uncheckedRecipients = Flag(
        "--unchecked-recipients",
        "Take IBANs and identity numbers whose length or check digits are wrong, as those of the provider's own "
            + "samples are.")

    /// The options that tell how a FILE is read, of every command that takes one.
    static let fileOptions: [any CommandOption] = [inputFormat, encoding, column, ignoreColumn]

    /// The options that tell what a file that is sent may hold.
    static let checkOptions: [any CommandOption] = [allowDuplicates, uncheckedRecipients]
    /// What a FILE looks like, from the tables that it is read by.
    static let fileParagraphs =
        [
            "FILE is CSV (RFC 4180) whose first line names the columns, separated by commas, semicolons, tabs or "
                + "vertical bars; a line such as sep=; may be before it. Or it is JSON: an array of objects with these "
                + "members, or an object whose member items is that array. FILE - is standard input. The text is "
                + "UTF-8, or UTF-16 with its mark. Empty rows at the end are left out; a workbook (.xlsx, .xls, .ods, "
                + ".numbers) is saved as CSV first.",
            "The columns are \(InputColumn.allCases.map(\.rawValue).joined(separator: ", ")). id: yours, unique in the "
                + "file. type: \(InputType.allCases.map(\.rawValue).joined(separator: ", ")). recipient: the IBAN, "
                + "phone or number. name: of the account's holder, needed with an IBAN and sent with nothing else. "
                + "phone: with plus and country, without spaces. amount: digits, and a point before decimals, never "
                + "more of them than the currency has: 41.250 TRY is refused, since it most often means 41250. "
                + "currency: three capital letters; lira is TRY. nonWithdrawable: true, false or empty.",
            "The length and the check digits of IBANs (ISO 13616) and of Turkish identity numbers are checked; "
                + "--unchecked-recipients takes others.",
            "Headings are also known by the names below; letters' case, spaces, punctuation and the dots of i do not "
                + "matter. A heading that names the kind of recipient, such as IBAN, makes the column type needless.",
        ] + headings + [
            "A column of another name is refused: --column tells what it is, --ignore-column leaves it out.",
            "Every problem of the file is reported with its line, in JSON also with its element and the item's id; if "
                + "there is one, nothing is sent. Of every 1,000 rows 20 problems are shown, then how many more there "
                + "are. No message shows a recipient, a name or a description.",
        ]

    private static let headings = InputColumn.allCases.compactMap { column in
        let names = ColumnHeadings.entries.filter { $0.column == column }.flatMap(\.headings)
            .filter { $0 != column.rawValue }
        return names.isEmpty ? nil : "\(column.rawValue): \(names.joined(separator: ", "))"
    }
}
