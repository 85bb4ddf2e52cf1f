import Foundation
import KurusJSON
import Testing

@Suite struct ReaderTests {
    struct Amount: JSONReadable, Equatable {
        var value: Int
        var currency: String?

        init(from reader: inout JSONReader) throws(JSONError) {
            var value: Int?
            while let key = try reader.nextKey() {
                switch key {
                case "value": value = try reader.read(Int.self)
                case "currency": currency = try reader.readIfPresent()
                default: try reader.skip()
                }
            }
            self.value = try reader.require(value, "value")
        }
    }

    private func read<T: JSONReadable>(_ text: String, as type: T.Type = T.self) throws -> T {
        try JSONReader.read(type, from: Array(text.utf8))
    }

    @Test func readsMembersInAnyOrderAndSkipsOthers() throws {
        let amount: Amount = try read(#" { "x" : [1,{"y":null}] , "currency" : "TRY" , "value" : 5 } "#)
        #expect(amount.value == 5)
        #expect(amount.currency == "TRY")
    }

    @Test func reportsMissingMemberAtItsObject() {
        let error = JSONError(.missingMember(name: "value"), offset: 18, path: "/a/1")
        #expect(throws: error) {
            try read(#"{"a":[{"value":1},{"currency":"TRY"}]}"#, as: [String: [Amount]].self)
        }
    }

    @Test(arguments: [
        ("{\"value\":null}", JSONKind.number, JSONKind.null, 9), ("{\"value\":\"1\"}", .number, .string, 9),
        ("{\"value\":1,\"currency\":5}", .string, .number, 22), ("[]", .object, .array, 0),
        (" true", .object, .boolean, 1),
    ])
    func reportsTypeMismatch(text: String, expected: JSONKind, found: JSONKind, offset: Int) {
        let error = #expect(throws: JSONError.self) { try read(text, as: Amount.self) }
        #expect(error?.problem == .typeMismatch(expected: expected, found: found))
        #expect(error?.offset == offset)
    }

    @Test func readsNullAsNil() throws {
        #expect(try read("[null,1]", as: [Int?].self) == [nil, 1])
        #expect(try read("{\"value\":1,\"currency\":null}", as: Amount.self).currency == nil)
    }

    @Test func ignoresAByteOrderMark() throws {
        #expect(try read("\u{FEFF}[1]", as: [Int].self) == [1])
    }

    @Test func readsDataAndBuffersAlike() throws {
        let data = Data("xx{\"value\":1}".utf8).dropFirst(2)
        #expect(try JSONReader.read(Amount.self, from: data).value == 1)
        let raw = try data.withUnsafeBytes { try JSONReader.read(Amount.self, from: $0) }
        #expect(raw.value == 1)
        #expect(throws: JSONError(.unexpectedEnd, offset: 0)) { try JSONReader.read(Amount.self, from: Data()) }
        #expect(throws: JSONError(.unexpectedEnd, offset: 0)) { try read("", as: Amount.self) }
    }

    /// The calls from which a positioned tree is built.
    @Test func tellsOffsetsAndKinds() throws {
        let text = #" {"ab" : -1.50 , "é":[ "x" ], "n":null, "t":true }"#
        var events: [String] = []
        try JSONReader.withReader(of: Array(text.utf8)) { (reader) throws(JSONError) in
            events.append("\(try reader.peekKind()) \(reader.offset)")
            while let key = try reader.nextKey() {
                let name = key.string
                events.append("\(name) \(reader.keyOffset) \(try reader.peekKind()) \(reader.offset)")
                switch try reader.peekKind() {
                case .number: events.append(try reader.readNumberText())
                case .null: try reader.readNull()
                case .boolean: events.append("\(try reader.readBoolean())")
                default:
                    while try reader.nextElement() { events.append("\(try reader.readString()) \(reader.endOffset)") }
                }
            }
        }
        #expect(
            events == [
                "object 1", "ab 2 number 9", "-1.50", "é 17 array 22", "x 27", "n 31 null 35", "t 41 boolean 45",
                "true",
            ])
    }

    @Test func beginsInTheMiddleOfATextAndTellsWhereItStopped() throws {
        let text = Array("see {\"a\":[1]} and more".utf8)
        let found = try JSONReader.withReader(of: text, at: 3) { (reader) throws(JSONError) in
            try reader.read(JSONValue.self)
        }
        #expect(found.result == ["a": [1]])
        #expect(found.endOffset == 13)
    }

    @Test func tellsWhatWentBeforeABreak() {
        let text = Array("```\n{\"openapi\":\"3.0.3\",\"info\":{},\"paths\":{\"/x\" 1}}".utf8)
        var names: [String] = []
        let error = JSONError(.unexpectedCharacter, offset: 47, path: "/paths")
        #expect(throws: error) {
            try JSONReader.withReader(of: text, at: 4) { (reader) throws(JSONError) in
                while let key = try reader.nextKey() {
                    names.append(key.string)
                    try reader.skip()
                }
            }
        }
        #expect(names == ["openapi", "info", "paths"])
    }

    @Test func endsATextWhereItIsTold() {
        let text = Array("{\"a\":1\n```".utf8)
        #expect(throws: JSONError(.unexpectedEnd, offset: 7, path: "/a")) {
            try JSONReader.withReader(of: text, at: 0, until: 7) { (reader) throws(JSONError) in try reader.skip() }
        }
    }

    @Test func looksAheadWithoutConsuming() throws {
        let text = Array(#"[{"n":1.0,"b":true,"o":{"k":"inner"},"k":"v","z":null}]"#.utf8)
        try JSONReader.withReader(of: text) { (reader) throws(JSONError) in
            _ = try reader.nextElement()
            let peeked = [
                try reader.peekMember("k"), try reader.peekMember("n"), try reader.peekMember("b"),
                try reader.peekMember("o"), try reader.peekMember("z"), try reader.peekMember("none"),
            ]
            #expect(peeked == ["v", "1.0", "true", nil, nil, nil])
            let ahead = try reader.readAhead([String: JSONValue].self)
            #expect(ahead.count == 5)
            #expect(reader.offset == 1)
            #expect(reader.skippedMembers == 0)
            let value = try reader.read(JSONValue.self)
            #expect(value["k"] == ahead["k"])
            let isMore = try reader.nextElement()
            #expect(!isMore)
        }
    }

    @Test func countsWhatItSkips() throws {
        try JSONReader.withReader(of: Array(#"{"a":{"b":1,"c":2},"d":[1,2]}"#.utf8)) { (reader) throws(JSONError) in
            while try reader.nextKey() != nil { try reader.skip() }
            #expect(reader.skippedMembers == 2)
        }
    }

    @Test func readsQuotedScalarsOnlyWhenAsked() throws {
        let lenient = JSONReaderOptions(lenientScalars: true)
        let quoted = Array(#"["12","1.5","true","-3"]"#.utf8)
        try JSONReader.withReader(of: quoted, options: lenient) { (reader) throws(JSONError) in
            var values: [String] = []
            while try reader.nextElement() {
                switch values.count {
                case 0: values.append("\(try reader.read(Int.self))")
                case 1: values.append("\(try reader.read(Double.self))")
                case 2: values.append("\(try reader.read(Bool.self))")
                default: values.append(try reader.readNumberText())
                }
            }
            #expect(values == ["12", "1.5", "true", "-3"])
        }
        for text in [#"" 1""#, #""1x""#, #""""#, #""tru""#] {
            #expect(throws: JSONError.self) { try JSONReader.read(Int.self, from: Array(text.utf8), options: lenient) }
            #expect(throws: JSONError.self) { try JSONReader.read(Bool.self, from: Array(text.utf8), options: lenient) }
        }
        #expect(throws: JSONError(.typeMismatch(expected: .number, found: .string), offset: 0)) {
            try read("\"12\"", as: Int.self)
        }
    }

    /// Wrong use gives errors or odd values, never a wrong access to memory.
    @Test func survivesWrongUse() {
        let text = Array(#"{"a":[1,2],"b":{"c":3}}"#.utf8)
        #expect(throws: JSONError.self) {
            try JSONReader.withReader(of: text) { (reader) throws(JSONError) in
                while try reader.nextKey() != nil {}
            }
        }
        #expect(throws: JSONError.self) {
            try JSONReader.withReader(of: text) { (reader) throws(JSONError) in
                _ = try reader.nextKey()
                _ = try reader.nextElement()
                _ = try reader.read(Int.self)
                _ = try reader.nextKey()
            }
        }
        #expect(throws: JSONError.self) {
            try JSONReader.withReader(of: text) { (reader) throws(JSONError) in
                try reader.skip()
                _ = try reader.nextKey()
            }
        }
        #expect(throws: JSONError.self) { try JSONReader.withReader(of: text) { (_) throws(JSONError) in } }
    }
}
