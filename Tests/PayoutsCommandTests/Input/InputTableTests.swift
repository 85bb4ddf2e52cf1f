import Testing

@testable import payouts

struct InputTableTests {
    static let heading = "id,type,recipient,name,amount,currency,description"

    @Test(arguments: [
        heading, "\u{FEFF}" + heading, "ID,Type,RECIPIENT,Name,Amount,Currency,Description",
        "Item External_ID,recipient-type,recipient info,recipientName,amount,currency,description",
        heading.replacing(",", with: ";"), heading.replacing(",", with: "\t"), heading.replacing(",", with: "|"),
        "sep=;\r\n" + heading.replacing(",", with: ";"), "SEP=|\n" + heading.replacing(",", with: "|"),
        "\"sep=;\"\r" + heading.replacing(",", with: ";"), "sep=,\n" + heading,
        "sep=;;;;;;;\n"
            + heading.replacing(",", with: ";"),
        "Sıra No,Tür,Alıcı Hesap No,Alıcı Adı Soyadı,Tutar,Para Birimi,Açıklama",
        "SIRA NO,TÜR,ALICI HESAP NO,ALICI ADI SOYADI,TUTAR,PARA BİRİMİ,AÇIKLAMA",
        "SICIL NO,TİP,HESAP NO,AD SOYAD,NET TUTAR,DÖVİZ,ACIKLAMA",
        "Personel No;Alıcı Türü;TC Kimlik No;Ad Soyad;Tutarı;Döviz Cinsi;Ödeme Açıklaması",
    ])
    func readsRowsUnderTheirHeadings(_ heading: String) {
        let separator = heading.last { $0 == ";" || $0 == "\t" || $0 == "|" } ?? ","
        let fields = ["1", "iban", "TR92", "Ayşe", "12.50", "TRY", "November"]
        let table = ReadRows(heading + "\r\n" + fields.joined(separator: String(separator)) + "\r\n")
        #expect(table.problems.isEmpty)
        let row = table.rows.first
        #expect(table.rows.count == 1)
        #expect(row?.line == (heading.lowercased().contains("sep=") ? 3 : 2))
        #expect([.id, .type, .recipient, .name, .amount, .currency, .description].map { row?[$0] } == fields)
    }

    @Test func saysWhichSeparatorItTook() {
        #expect(ReadRows(Self.heading).notes == [])
        #expect(
            ReadRows(Self.heading.replacing(",", with: ";")).notes
                == ["the fields are taken to be separated by semicolons, not by commas"])
        #expect(
            ReadRows(Self.heading.replacing(",", with: "\t")).notes
                == ["the fields are taken to be separated by tabs, not by commas"])
    }

    static let wrongFiles: [(text: String, problems: [String])] = [
        ("", ["f.csv: error: the file is empty\n"]),
        ("\n\n", ["f.csv: error: the file is empty\n"]),
        ("sep=;\n", ["f.csv: error: the file is empty\n"]),
        (
            "sep=x\n" + heading,
            ["f.csv:1: error: ‘sep=’ names no comma, semicolon, tab or vertical bar; leave the line out\n"]
        ),
        (
            "p1,iban,TR920086402100002353983528,Ayşe Yılmaz,12,TRY,x\n",
            [
                "f.csv:1: error: the first line has to name the columns, as in "
                    + "id,type,recipient,name,amount,currency,description,nonWithdrawable\n"
            ]
        ),
        // Without a row behind it the line may be anything.
        (
            heading + ",Gizli Kişi\n",
            ["f.csv:1: error: column 8 has an unknown name\n"]
        ),
        (
            heading + ",amuont,amount,\n1,phone,+90,,1,TRY,x,,,\n",
            [
                "f.csv:1: error: unknown column ‘amuont’; did you mean ‘amount’? --column COLUMN=\"amuont\" identifies "
                    + "it, --ignore-column \"amuont\" ignores it\n",
                "f.csv:1: error: 2 columns are named ‘amount’\n",
            ]
        ),
        (
            "id,type,recipient,name,Departman,currency,description\n,,,,,,y\n",
            [
                "f.csv:1: error: unknown column ‘Departman’; --column COLUMN=\"Departman\" identifies it, "
                    + "--ignore-column \"Departman\" ignores it\n",
                "f.csv:1: error: the column ‘amount’ is missing\n",
            ]
        ),
        (
            heading + "\n1,phone,+90,,1,5,TRY,x\n2,phone\n,,,,,,\n\n\t, ,\n1,phone,+90,,1,TRY,x\n,,,\n",
            [
                "f.csv:2: error: 8 fields where the first line names 7 columns; a field that holds a comma is quoted\n",
                "f.csv:3: error: 2 fields where the first line names 7 columns\n",
                "f.csv:4: error: the row is empty\n", "f.csv:6: error: the row is empty\n",
            ]
        ),
        (
            heading + "\n1,phone,+90,,1,TRY,\"x\n",
            ["f.csv:2: error: a quoted field has no closing quote\n"]
        ),
        (
            heading + "\n1,phone,+90,,1,TRY,a\u{0}b\n",
            ["f.csv:2:21: error: a NUL character\n"]
        ),
    ]

    @Test(arguments: wrongFiles)
    func reportsWrongFiles(_ text: String, _ problems: [String]) {
        #expect(ReadRows(text, path: "f.csv").problemTexts(in: "f.csv") == problems)
    }

    static let row =
        #"{"id": "1", "type": "phone", "recipient": "+90", "amount": 12.50, "currency": "TRY", "description": "x"}"#

    @Test(arguments: [("[\(row)]", "rows.json"), ("{\"items\": [\(row)]}", "rows"), (" [\(row)]", "rows")])
    func readsJSON(_ text: String, _ path: String) {
        let table = ReadRows(text, path: path)
        #expect(table.problems.isEmpty)
        #expect(table.rows.map { $0[.amount] } == ["12.50"])
        #expect(table.rows.map { $0[.name] } == [""])
    }

    static let wrongJSON: [(text: String, problems: [String])] = [
        ("", ["f:1:1: error: unexpected end of the text\n"]),
        ("3", ["f:1:1: error: expected an array of rows, found number\n"]),
        (
            "{\"rows\": []}",
            [
                "f:1:1: error: the member ‘items’ is missing\n",
                "f:1:2: error: a member other than ‘items’; an object around the rows has that member alone\n",
            ]
        ),
        (
            "[3,\n null]",
            [
                "f:1:2: error: items[0]: a row is an object; found number\n",
                "f:2:2: error: items[1]: a row is an object; found null\n",
            ]
        ),
        (
            "[\n" + row.replacing("amount", with: "amuont") + "]",
            [
                "f:2:1: error: items[0] (1): the member ‘amount’ is missing\n",
                "f:2:50: error: items[0] (1): unknown column ‘amuont’; did you mean ‘amount’? --column "
                    + "COLUMN=\"amuont\" identifies it, --ignore-column \"amuont\" ignores it\n",
            ]
        ),
        (
            "[\(row.replacing("\"+90\"", with: "905550000000"))]",
            ["f:1:44: error: items[0] (1): ‘recipient’ is written as a string; found number\n"]
        ),
        (
            "[\(row.replacing("{", with: "{\"ID\": \"2\", "))]",
            ["f:1:14: error: items[0] (1): ‘id’ is given twice\n"]
        ),
        ("[\(row), \(row)", ["f:1:212: error: unexpected end of the text\n"]),
    ]

    @Test(arguments: wrongJSON)
    func reportsWrongJSON(_ text: String, _ problems: [String]) {
        #expect(read(text, path: "f.json") == problems)
    }

    /// Texts whose rows are on lines of every ending, with what is wrong in front of the rows, in them and behind them.
    static let longJSON: [String] = [
        "[\(row),\n \(row) ,\r\n\(row)\r,\(row)]", "{\"items\": [\(row),\r\(row)\n,\n\(row)] }",
        "{\"from\": 1, \"items\": [\(row), 3,\n\(row)], \"to\": [\(row)]}", "[\(row),\n\(row),\n]",
        "[\(row),\n\(row)] x",
        "[\(row),\(row)\n\(row)]", "[\(row),\n,\(row)]", "{\"items\": [\(row), \(row)", "{\"items\": [\(row),\n\(row)]",
        "{\"items\": [\(row)],\n\"items\": [\(row)]}", "{\"items\": [\(row)],}", "{\"items\": [\(row)]} ]", "[]",
        "[] []",
        "[\(row),\n\(row.replacing("amount", with: "amuont")),\n\(row.replacing("{", with: "{\"ID\": \"2\", "))]",
        "[[[\(row)]],\n\(row)]",
    ]

    /// The rows of a long file are read in parts, and it does not matter where the parts end.
    @Test(arguments: longJSON + wrongJSON.map(\.text), [0, 1, 120, 300])
    func readsJSONInParts(_ text: String, _ partLength: Int) {
        let whole = ReadRows(text, path: "f.json")
        var parts = ReadRows("[]", path: "f.json")
        JSONTable.read(Array(text.utf8), ColumnNames(), partLength: partLength, into: &parts)
        #expect(parts.rows.map(\.location) == whole.rows.map(\.location))
        for column in InputColumn.allCases {
            #expect(parts.rows.map { $0[column] } == whole.rows.map { $0[column] })
        }
        #expect(parts.problemTexts(in: "f") == whole.problemTexts(in: "f"))
    }

    @Test(
        arguments: [
            ("[\(row),\n \(row) ,\r\n\(row)]", 3, []),
            ("[\(row),\n]", 1, ["f:2:1: error: unexpected character\n"]),
            ("[\(row)]\n x", 1, ["f:2:2: error: content after the value\n"]),
            ("{\"items\": [\(row)]} ]", 1, ["f:1:119: error: content after the value\n"]),
            ("{\"items\": [\(row)],\n\"items\": [\(row)]}", 1, ["f:2:1: error: a member is given twice\n"]),
            (
                "{\"items\": [\(row)],\n\"to\": [\(row)]}", 1,
                ["f:2:1: error: a member other than ‘items’; an object around the rows has that member alone\n"]
            ),
        ] as [(String, Int, [String])])
    func readsWhatStandsAroundTheRows(_ text: String, _ rows: Int, _ problems: [String]) {
        let table = ReadRows(text, path: "f.json")
        #expect(table.rows.count == rows)
        #expect(table.problemTexts(in: "f") == problems)
    }

    private func read(_ text: String, path: String) -> [String] {
        ReadRows(text, path: path).problemTexts(in: "f")
    }

    /// A spreadsheet saves as many rows as it thinks it has.
    @Test(arguments: [(1, "1 empty row at the end is left out"), (5000, "5000 empty rows at the end are left out")])
    func leavesEmptyRowsAtTheEndOut(_ count: Int, _ note: String) {
        let rows = String(repeating: ",,,,,,\r\n", count: count)
        let table = ReadRows(Self.heading + "\r\n1,phone,+90,,1,TRY,x\r\n" + rows)
        #expect(table.problems.isEmpty)
        #expect(table.rows.count == 1)
        #expect(table.notes == [note])
    }

    @Test func leavesEmptyColumnsWithoutANameOut() {
        let table = ReadRows(Self.heading + ",,\n1,phone,+90,,1,TRY,x,,\n2,phone,+90,,1,TRY,x,,y\n")
        #expect(table.rows.count == 2)
        #expect(
            table.problemTexts(in: "f") == ["f:3: error: column 9 has no name, and this row has something in it\n"])
    }

    /// A heading that names the kind of recipient gives the type of all rows.
    @Test(arguments: [
        ("IBAN", "iban"), ("Alıcı IBAN", "iban"), ("Telefon", "phone"), ("TC Kimlik No", "identityNumber"),
        ("Üye No", "memberId"),
    ])
    func takesTheTypeOfAHeading(_ heading: String, _ type: String) {
        let table = ReadRows("Sıra;\(heading);Ad Soyad;Tutar;Para Birimi;Açıklama\n1;x;Ayşe;1;TRY;y\n")
        #expect(table.problems.isEmpty)
        #expect(table.rows.map { $0[.type] } == [type])
        let json = ReadRows(
            #"[{"id": "1", "\#(heading)": "x", "amount": 1, "currency": "TRY", "description": "y"}]"#, path: "p.json")
        #expect(json.problems.isEmpty)
        #expect(json.rows.map { $0[.type] } == [type])
    }

    static let people = "No,Personel,IBAN,TC Kimlik No,Tutar,Para Birimi,Açıklama,Departman\n"

    @Test func takesColumnsByOptions() throws {
        let row = "1,Ayşe,TR1,2,3,TRY,x,Satış\n"
        var options = InputOptions()
        options.columns = ColumnNames(
            chosen: [(.id, "no"), (.name, "PERSONEL")], ignored: ["departman", "TC Kimlik No"])
        let table = ReadRows(Self.people + row, options)
        #expect(table.problems.isEmpty)
        #expect(table.rows.map { [$0[.id], $0[.name], $0[.recipient], $0[.type]] } == [["1", "Ayşe", "TR1", "iban"]])
        options.columns = ColumnNames(
            chosen: [(.id, "No"), (.name, "Personel"), (.recipient, "TC Kimlik No")], ignored: ["Bölüm"])
        #expect(
            ReadRows(Self.people + row, options).problemTexts(in: "f") == [
                "f:1: error: unknown column ‘IBAN’; --column COLUMN=\"IBAN\" identifies it, --ignore-column \"IBAN\" "
                    + "ignores it\n",
                "f:1: error: unknown column ‘Departman’; --column COLUMN=\"Departman\" identifies it, --ignore-column "
                    + "\"Departman\" ignores it\n",
                "f:1: error: no column is named ‘Bölüm’, which an option names\n",
            ])
        #expect(
            ReadRows(Self.people + row).problemTexts(in: "f").contains(
                "f:1: error: ‘IBAN’ and ‘TC Kimlik No’ name the same column, ‘recipient’; "
                    + "--ignore-column leaves one of them out\n"))
    }

    @Test func takesMembersByOptions() throws {
        var options = InputOptions()
        options.columns = ColumnNames(chosen: [(.amount, "pay")], ignored: ["team"])
        let table = ReadRows(
            "[\(Self.row.replacing("amount", with: "pay").replacing("{", with: "{\"team\": {\"a\": [1]}, "))]",
            path: "p.json", options)
        #expect(table.problems.isEmpty)
        #expect(table.rows.map { $0[.amount] } == ["12.50"])
    }

    @Test func readsTheFormatThatIsAskedFor() {
        var options = InputOptions()
        options.format = .json
        #expect(ReadRows("[\(Self.row)]", path: "rows.csv", options).rows.count == 1)
    }
}
