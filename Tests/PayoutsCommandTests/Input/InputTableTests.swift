import Testing

@testable import payouts

struct InputTableTests {
    static let heading = "id,type,recipient,name,amount,currency,description"

    static func table(_ text: String, path: String = "payroll.csv") -> InputTable {
        InputFormat.table(of: Array(text.utf8), path: path)
    }

    @Test(arguments: [
        heading, "\u{FEFF}" + heading, "ID,Type,RECIPIENT,Name,Amount,Currency,Description",
        "Item External_ID,recipient-type,recipient info,recipientName,amount,currency,description",
        heading.replacing(",", with: ";"), heading.replacing(",", with: "\t"),
    ])
    func readsRowsUnderTheirHeadings(_ heading: String) {
        let separator = heading.first { $0 == ";" || $0 == "\t" } ?? ","
        let fields = ["1", "iban", "TR92", "Ayşe", "12.50", "TRY", "November"]
        let table = Self.table(heading + "\r\n" + fields.joined(separator: String(separator)) + "\r\n")
        #expect(table.problems == [])
        let row = table.rows.first
        #expect(table.rows.count == 1)
        #expect(row?.line == 2)
        #expect([.id, .type, .recipient, .name, .amount, .currency, .description].map { row?[$0] } == fields)
    }

    @Test func saysWhichSeparatorItTook() {
        #expect(Self.table(Self.heading).notes == [])
        #expect(
            Self.table(Self.heading.replacing(",", with: ";")).notes
                == ["the fields are taken to be separated by semicolons, not by commas"])
        #expect(
            Self.table(Self.heading.replacing(",", with: "\t")).notes
                == ["the fields are taken to be separated by tabs, not by commas"])
    }

    static let wrongFiles: [(text: String, problems: [String])] = [
        ("", ["f.csv: error: the file is empty\n"]),
        ("\n\n", ["f.csv: error: the file is empty\n"]),
        (heading + "\n", ["f.csv: error: the file has no rows\n"]),
        (
            "p1,iban,TR920086402100002353983528,Ayşe Yılmaz,12,TRY,x\n",
            [
                "f.csv:1: error: the first line has to name the columns, as in "
                    + "id,type,recipient,name,amount,currency,description,nonWithdrawable\n"
            ]
        ),
        (
            heading + ",amuont,amount,\n",
            [
                "f.csv:1: error: unknown column ‘amuont’; did you mean ‘amount’?\n",
                "f.csv:1: error: a column without a name\n", "f.csv:1: error: 2 columns are named ‘amount’\n",
            ]
        ),
        (
            "id,type,recipient,name,tutar,currency,description\n",
            [
                "f.csv:1: error: unknown column ‘tutar’; the columns are "
                    + "id, type, recipient, name, amount, currency, description, nonWithdrawable\n",
                "f.csv:1: error: the column ‘amount’ is missing\n",
            ]
        ),
        (
            heading + "\n1,phone,+90,,1,5,TRY,x\n2,phone\n,,,,,,\n",
            [
                "f.csv:2: error: 8 fields where the first line names 7 columns; a field that holds a comma is quoted\n",
                "f.csv:3: error: 2 fields where the first line names 7 columns\n",
                "f.csv:4: error: the row is empty\n",
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
        #expect(Self.table(text, path: "f.csv").problems.map { $0.text(in: "f.csv") } == problems)
    }

    @Test func namesUTF16() {
        let bytes: [UInt8] = [0xFF, 0xFE] + Array("id".utf16).flatMap { [UInt8($0), 0] }
        #expect(
            InputFormat.table(of: bytes, path: "f.csv").problems
                == [InputProblem(line: nil, "the file is UTF-16; save it as UTF-8")])
    }

    static let row =
        #"{"id": "1", "type": "phone", "recipient": "+90", "amount": 12.50, "currency": "TRY", "description": "x"}"#

    @Test(arguments: [("[\(row)]", "rows.json"), ("{\"items\": [\(row)]}", "rows"), (" [\(row)]", "rows")])
    func readsJSON(_ text: String, _ path: String) {
        let table = Self.table(text, path: path)
        #expect(table.problems == [])
        #expect(table.rows.map { $0[.amount] } == ["12.50"])
        #expect(table.rows.map { $0[.name] } == [""])
    }

    static let wrongJSON: [(text: String, problems: [String])] = [
        ("", ["f:1:1: error: unexpected end of the text\n"]),
        ("[]", ["f: error: the file has no rows\n"]),
        ("3", ["f:1:1: error: expected an array of rows, found number\n"]),
        (
            "{\"rows\": []}",
            [
                "f:1:2: error: unknown member ‘rows’; an object around the rows has the member ‘items’ alone\n",
                "f:1:1: error: the member ‘items’ is missing\n",
            ]
        ),
        (
            "[3,\n null]",
            ["f:1:2: error: a row is an object; found number\n", "f:2:2: error: a row is an object; found null\n"]
        ),
        (
            "[\n" + row.replacing("amount", with: "amuont") + "]",
            [
                "f:2:50: error: unknown column ‘amuont’; did you mean ‘amount’?\n",
                "f:2:1: error: the member ‘amount’ is missing\n",
            ]
        ),
        (
            "[\(row.replacing("\"+90\"", with: "905550000000"))]",
            ["f:1:44: error: ‘recipient’ is written as a string; found number\n"]
        ),
        (
            "[\(row.replacing("{", with: "{\"ID\": \"2\", "))]",
            ["f:1:14: error: ‘id’ is given twice\n"]
        ),
        ("[\(row), \(row)", ["f:1:212: error: unexpected end of the text\n"]),
    ]

    @Test(arguments: wrongJSON)
    func reportsWrongJSON(_ text: String, _ problems: [String]) {
        #expect(Self.table(text, path: "f.json").problems.map { $0.text(in: "f") } == problems)
    }
}
