import SourceText
import SpecDiagnostics
import SpecPages
import SpecTree
import SpecTestSupport
import Testing

struct RandomPageTests {
    /// Every embedded document is found, in order, and every location in it is that of the text it was read from.
    @Test(arguments: 0..<10)
    func findsEveryDocumentAtItsPlace(_: Int) {
        let firstSeed = UInt64.random(in: 0...UInt64.max / 2)
        for seed in firstSeed..<firstSeed + 100 {
            let page = RandomPage(seed: seed)
            let file = SourceFile("page.md", page.text)
            var diagnostics = Diagnostics()
            let documents = Page.documents(in: file, diagnostics: &diagnostics)
            #expect(diagnostics.text.isEmpty, "seed \(seed)")
            #expect(documents.map { $0.root.written } == page.documents.map(\.withoutBlanks), "seed \(seed)")
        }
    }
}

extension RandomJSON {
    fileprivate var withoutBlanks: String {
        // White space matters only in strings, and only as ` > `.
        lines.joined().replacing(" > ", with: "␠>␠").filter { $0 != " " && $0 != "\t" }.replacing("␠", with: " ")
    }
}

extension JSONNode {
    /// The value as text, with names and scalars taken from the file at their locations.
    fileprivate var written: String {
        switch content {
        case .object(let members):
            return mark("{") + members.map { $0.written }.joined(separator: ",") + "}"
        case .array(let elements):
            return mark("[") + elements.map(\.written).joined(separator: ",") + "]"
        case .string(let text): return location.text(as: "\"\(text)\"")
        case .number(let lexeme): return location.text(as: lexeme)
        case .boolean(let value): return location.text(as: "\(value)")
        case .null: return location.text(as: "null")
        }
    }

    private func mark(_ text: String) -> String {
        location.text(as: text)
    }
}

extension JSONMember {
    fileprivate var written: String {
        location.text(as: "\"\(name)\"") + ":" + value.written
    }
}

extension SpecDiagnostics.SourceLocation {
    /// Returns as many bytes of the file as `expected` has.
    fileprivate func text(as expected: String) -> String {
        String(decoding: file.bytes.dropFirst(offset).prefix(expected.utf8.count), as: UTF8.self)
    }
}
