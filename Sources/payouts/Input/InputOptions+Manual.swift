import KurusCommandLine

extension CommandDefinition.Option {
    /// How a FILE is read, for every command that takes one.
    static let inputFile = [
        CommandDefinition.Option(
            name: "--input-format", valueName: "FORMAT",
            text: "csv or json, where neither the name of FILE nor its first character tells it."),
        CommandDefinition.Option(
            name: "--encoding", valueName: "ENCODING",
            text:
                "utf-8 (the default) or windows-1254, in which Turkish versions of Windows save CSV. UTF-16 is read by "
                + "the mark at its beginning."),
        CommandDefinition.Option(
            name: "--column", valueName: "COLUMN=HEADING",
            text: "Take the column of this heading for COLUMN, as in --column recipientName=\"Personel\". Can be given "
                + "more than once.",
            isRepeatable: true),
        CommandDefinition.Option(
            name: "--ignore-column", valueName: "HEADING",
            text: "Leave out the column of this heading. Can be given more than once.", isRepeatable: true),
    ]

    /// What a file that is sent may hold.
    static let inputChecks = [
        CommandDefinition.Option(
            name: "--allow-duplicates", valueName: nil,
            text: "Take rows that pay one recipient the same amount twice."),
        CommandDefinition.Option(
            name: "--unchecked-recipients", valueName: nil,
            text: "Take IBANs and identity numbers whose length or check digits are wrong, as those of the provider's "
                + "own samples are."),
    ]
}

extension CommandDefinition {
    /// What a FILE looks like, from the tables that it is read by.
    static let fileParagraphs =
        [
            "FILE is CSV (RFC 4180) whose first line names the columns, separated by commas, semicolons, tabs or vertical "
                + "bars; a line such as sep=; may be before it. Or it is JSON: an array of objects with these members, or an "
                + "object whose member items is that array. FILE - is standard input. The text is UTF-8, or UTF-16 with its "
                + "mark. Empty rows at the end are left out; a workbook (.xlsx, .xls, .ods, .numbers) is saved as CSV first.",
            "The columns are \(InputColumn.allCases.map(\.rawValue).joined(separator: ", ")). id: yours, unique in the file. "
                + "type: \(InputType.allCases.map(\.rawValue).joined(separator: ", ")). recipient: the IBAN, phone or number. "
                + "name: of the account's holder, needed with an IBAN and sent with nothing else. phone: with plus and "
                + "country, without spaces. amount: digits, and a point before decimals, never more of them than the currency "
                + "has: 41.250 TRY is refused, since it most often means 41250. currency: three capital letters; lira is TRY. "
                + "nonWithdrawable: true, false or empty.",
            "The length and the check digits of IBANs (ISO 13616) and of Turkish identity numbers are checked; "
                + "--unchecked-recipients takes others.",
            "Headings are also known by the names below; letters' case, spaces, punctuation and the dots of i do not matter. A "
                + "heading that names the kind of recipient, such as IBAN, makes the column type needless.",
        ] + headings + [
            "A column of another name is refused: --column tells what it is, --ignore-column leaves it out.",
            "Every problem of the file is reported with its line, in JSON also with its element and the item's id; if there "
                + "is one, nothing is sent. Of every 1,000 rows 20 problems are shown, then how many more there are. No "
                + "message shows a recipient, a name or a description.",
        ]

    private static let headings = InputColumn.allCases.compactMap { column in
        let names = ColumnHeadings.entries.filter { $0.column == column }.flatMap(\.headings)
            .filter { $0 != column.rawValue }
        return names.isEmpty ? nil : "\(column.rawValue): \(names.joined(separator: ", "))"
    }
}
