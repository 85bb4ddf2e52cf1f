import KurusJSON
import Testing

@Suite struct DepthTests {
    static func nested(_ depth: Int, in kind: String) -> [UInt8] {
        let open = kind == "array" ? "[" : "{\"a\":"
        let close = kind == "array" ? "]" : "}"
        return Array((String(repeating: open, count: depth) + "1" + String(repeating: close, count: depth)).utf8)
    }

    @Test(arguments: ["array", "object"]) func readsUpToTheLimit(kind: String) throws {
        let text = Self.nested(512, in: kind)
        _ = try JSONReader.read(JSONValue.self, from: text)
        try JSONReader.withReader(of: text) { (reader) throws(JSONError) in try reader.skip() }
    }

    @Test(arguments: ["array", "object"], [513, 100_000]) func refusesWhatIsBeyondTheLimit(kind: String, depth: Int) {
        let text = Self.nested(depth, in: kind)
        let offset = kind == "array" ? 512 : 512 * 5
        let path = String(repeating: kind == "array" ? "/0" : "/a", count: 512)
        let error = JSONError(.tooDeep(limit: 512), offset: offset, path: path)
        #expect(throws: error) { try JSONReader.read(JSONValue.self, from: text) }
        #expect(throws: error) {
            try JSONReader.withReader(of: text) { (reader) throws(JSONError) in try reader.skip() }
        }
    }

    @Test func countsOnlyWhatIsOpen() throws {
        let text = Array("[[1],[2],{\"a\":[3]}]".utf8)
        _ = try JSONReader.read(JSONValue.self, from: text, options: JSONReaderOptions(depthLimit: 3))
        #expect(throws: JSONError(.tooDeep(limit: 2), offset: 14, path: "/2/a")) {
            try JSONReader.read(JSONValue.self, from: text, options: JSONReaderOptions(depthLimit: 2))
        }
    }

    @Test func skippingNeedsNoStack() throws {
        let options = JSONReaderOptions(depthLimit: 1_000_000)
        try JSONReader.withReader(of: Self.nested(100_000, in: "array"), options: options) {
            (reader) throws(JSONError) in try reader.skip()
        }
    }
}
