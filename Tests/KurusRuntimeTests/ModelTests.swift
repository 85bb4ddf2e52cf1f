import Foundation
import KurusRuntime
import Testing

@Suite struct ModelTests {
    @Test(arguments: [
        ("{}", Nullable<String>.absent), (#"{"note":null}"#, .null), (#"{"note":"x"}"#, .value("x")),
    ])
    func nullAbsentAndValueStayApart(json: String, note: Nullable<String>) throws {
        let read = try JSONReader.read(Note.self, from: Array(json.utf8))
        #expect(read.note == note)
        #expect(String(decoding: JSONWriter.bytes(of: read), as: UTF8.self) == json)
    }

    @Test func nullableGivesItsValue() {
        #expect(Nullable("x").value == "x")
        #expect(Nullable<String>.null.value == nil)
        #expect(Nullable(2).map { $0 * 2 } == .value(4))
        #expect(Nullable<Int>.null.map { $0 * 2 } == .null)
        #expect(Nullable<Int>.absent.map { $0 * 2 } == .absent)
    }

    @Test func indirectPropertiesAreValues() {
        let original = Wallet(memberID: 1, parent: Wallet(memberID: 2, parent: Wallet(memberID: 3)))
        var copy = original
        copy.parent?.parent?.memberID = 4
        #expect(original.parent?.parent?.memberID == 3)
        #expect(copy != original)
        copy.parent?.parent?.memberID = 3
        #expect(copy == original)
        #expect(copy.hashValue == original.hashValue)
    }

    @Test(
        arguments: [
            ("", []), ("AA==", [0]), ("AA", [0]), ("+/8=", [0xFB, 0xFF]), ("-_8", [0xFB, 0xFF]), ("A\\r\\nA=\\n=", [0]),
        ] as [(String, [UInt8])])
    func readsBase64(text: String, bytes: [UInt8]) throws {
        #expect(try JSONReader.read(Data.self, from: Array("\"\(text)\"".utf8)) == Data(bytes))
    }

    @Test(arguments: ["A", "AA=A", "A A=", "é", "====", "AA===", "=AAA", "AAA==", "AAAA="])
    func refusesWhatIsNoBase64(text: String) throws {
        #expect(throws: JSONError(.notRepresentable(type: "base64"), offset: 0)) {
            try JSONReader.read(Data.self, from: Array("\"\(text)\"".utf8))
        }
    }

    @Test func writesStringFormats() throws {
        let uuid = try #require(UUID(uuidString: "6BA7B810-9DAD-11D1-80B4-00C04FD430C8"))
        #expect(
            String(decoding: JSONWriter.bytes(of: uuid), as: UTF8.self) == #""6ba7b810-9dad-11d1-80b4-00c04fd430c8""#)
        #expect(try JSONReader.read(UUID.self, from: JSONWriter.bytes(of: uuid)) == uuid)
        #expect(
            String(decoding: JSONWriter.bytes(of: Data([251, 255])), as: UTF8.self).replacing("\\/", with: "/")
                == #""+/8=""#)
        let url = try JSONReader.read(URL.self, from: Array(#""https://a.example/%7eb?c=%2F#d""#.utf8))
        #expect(try JSONReader.read(String.self, from: JSONWriter.bytes(of: url)) == "https://a.example/%7eb?c=%2F#d")
        #expect(throws: JSONError.self) { try JSONReader.read(URL.self, from: Array(#""a b""#.utf8)) }
        let dateTime = try JSONReader.read(DateTime.self, from: Array(#""2026-11-20T09:30:00.10+03:00""#.utf8))
        #expect(String(decoding: JSONWriter.bytes(of: dateTime), as: UTF8.self) == #""2026-11-20T09:30:00.10+03:00""#)
        #expect(throws: JSONError(.notRepresentable(type: "date"), offset: 1)) {
            try JSONReader.read(CalendarDate.self, from: Array(#" "planted""#.utf8))
        }
    }
}

struct Note: JSONModel {
    var note: Nullable<String> = .absent

    init(from reader: inout JSONReader) throws(JSONError) {
        while let key = try reader.nextKey() {
            switch key {
            case "note": note = try reader.readNullable()
            default: try reader.skip()
            }
        }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.memberIfPresent("note", note)
        }
    }
}
