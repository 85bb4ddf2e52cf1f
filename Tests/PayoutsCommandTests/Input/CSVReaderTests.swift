import Testing

@testable import payouts

struct CSVReaderTests {
    private struct Record: Equatable {
        let line: Int
        let fields: [String]
    }

    private func read(_ text: String, keptBytes: Int = .max) -> (records: [Record], problems: [InputProblem]) {
        var reader = CSVReader(Array(text.utf8), separator: UInt8(ascii: ","), keptBytes: keptBytes)
        var records: [Record] = []
        var problems: [InputProblem] = []
        while reader.next() {
            records.append(Record(line: reader.recordLine, fields: reader.fields.map(reader.text)))
            problems += reader.problems
        }
        return (records, problems)
    }

    @Test(
        arguments: [
            ("", []), ("a", [["a"]]), ("a,b", [["a", "b"]]), ("a,b\n", [["a", "b"]]),
            ("a\r\nb\rc\nd", [["a"], ["b"], ["c"], ["d"]]),
            (",", [["", ""]]), ("a,\n,b", [["a", ""], ["", "b"]]), (#""a,b",c"#, [["a,b", "c"]]), (#""""#, [[""]]),
            (#""a""b","""""#, [["a\"b", "\""]]), (#""""""""#, [["\"\""]]), ("\"a\r\nb\",c", [["a\r\nb", "c"]]),
            ("a\n\n\r\n\rb\n\n", [["a"], ["b"]]),
            (" a , b ", [[" a ", " b "]]), ("ç,ğ", [["ç", "ğ"]]),
        ] as [(String, [[String]])])
    func readsRecords(_ text: String, _ expected: [[String]]) {
        let (records, problems) = read(text)
        #expect(records.map(\.fields) == expected)
        #expect(problems == [])
    }

    private static let lines = "a\r\n\"b\nc\r\nd\re\"\rf\n\n\ng"

    @Test func countsLinesOfEveryEnding() {
        #expect(read(Self.lines).records.map(\.line) == [1, 2, 6, 9])
    }

    /// The memory of what was read is given back, and what is left is read on.
    @Test(arguments: [0, 1, 5, 11]) func letsGoOfWhatWasRead(_ keptBytes: Int) {
        #expect(read(Self.lines, keptBytes: keptBytes).records == read(Self.lines).records)
    }

    @Test(arguments: [
        ("a\n\"b\nc", 2, "a quoted field has no closing quote"),
        ("a\n\"b\"c\n", 2, "text after a closing quote; a quote inside a quoted field is written twice"),
        (
            "a\n\nb\"c", 3,
            "a quote inside a field that does not begin with one; quote the field and double the quote in it"
        ),
    ])
    func reportsMisplacedQuotes(_ text: String, _ line: Int, _ message: String) {
        #expect(read(text).problems == [InputProblem(line: line, message)])
    }
}
