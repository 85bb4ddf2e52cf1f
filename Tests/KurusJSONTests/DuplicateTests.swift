import KurusJSON
import Testing

@Suite struct DuplicateTests {
    private func error(in text: String) -> JSONError? {
        var found: [JSONError?] = []
        for reading in 0..<2 {
            do throws(JSONError) {
                if reading == 0 {
                    _ = try JSONReader.read(JSONValue.self, from: Array(text.utf8))
                } else {
                    try JSONReader.withReader(of: Array(text.utf8)) { (reader) throws(JSONError) in try reader.skip() }
                }
                found.append(nil)
            } catch {
                found.append(error)
            }
        }
        #expect(found[0] == found[1])
        return found[0]
    }

    @Test func reportsDuplicateMember() {
        let problem = JSONError.Problem.duplicateMember(name: "status", firstOffset: 1)
        #expect(
            error(in: #"{"status":"failure","status":"success"}"#) == JSONError(problem, offset: 20))
    }

    @Test func reportsDuplicateMemberOfAnInnerObject() {
        let problem = JSONError.Problem.duplicateMember(name: "a", firstOffset: 7)
        #expect(error(in: #"{"x":[{"a":1,"b":2,"a":3}]}"#) == JSONError(problem, offset: 19, path: "/x/0"))
    }

    @Test(arguments: [
        (#"{"a":1,"\u0061":2}"#, "a"), (#"{"\u0061":1,"a":2}"#, "a"), (#"{"":1,"":2}"#, ""),
        (#"{"\ud83d\ude00":1,"😀":2}"#, "😀"), (#"{"a\/b":1,"a/b":2}"#, "a/b"),
    ])
    func comparesNamesDecoded(text: String, name: String) {
        guard case .duplicateMember(let found, 1)? = error(in: text)?.problem else {
            Issue.record("not refused")
            return
        }
        #expect(found == name)
    }

    @Test(arguments: [
        #"{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}"#, #"{"a":1,"A":2,"a ":3,"aa":4}"#,
        "{\"\u{E9}\":1,\"e\u{301}\":2}", #"{"abcdefgh":1,"abcdefgi":2,"bbcdefgh":3}"#,
        #"{"abcdefghijklmnopqrstu":1,"abcdefghijklmnopqrstv":2,"abcdefghIjklmnopqrstu":3}"#,
    ])
    func acceptsNamesThatDiffer(text: String) {
        #expect(error(in: text) == nil)
    }

    /// From linear search to hashing: the border is somewhere in between.
    @Test(arguments: [2, 3, 16, 17, 20, 31, 32, 33, 34, 63, 64, 65, 129, 10_000])
    func findsADuplicateAmongMany(count: Int) {
        let members = (0..<count).map { "\"member-\($0)\":\($0)" }
        #expect(error(in: "{\(members.joined(separator: ","))}") == nil)
        for first in [0, count / 2, count - 1] {
            let text = "{\(members.joined(separator: ",")),\"member-\(first)\":0}"
            let firstOffset = 1 + members[..<first].reduce(0) { $0 + $1.utf8.count + 1 }
            let problem = JSONError.Problem.duplicateMember(name: "member-\(first)", firstOffset: firstOffset)
            let offset = 2 + members.joined(separator: ",").utf8.count
            #expect(error(in: text) == JSONError(problem, offset: offset))
        }
    }

    @Test func keepsLargeObjectsApartThatAreNested() {
        let names = (0..<100).map { "n\($0)" }
        let inner = "{" + names.map { "\"\($0)\":1" }.joined(separator: ",") + "}"
        let outer = "{" + names.map { "\"\($0)\":\(inner)" }.joined(separator: ",") + "}"
        #expect(error(in: outer) == nil)
        let broken = outer.dropLast() + #","n99":0}"#
        guard case .duplicateMember("n99", _)? = error(in: String(broken))?.problem else {
            Issue.record("not refused")
            return
        }
    }

    /// Swift holds these names equal: a dictionary would lose one of them.
    @Test func dictionariesRefuseNamesThatAreCanonicallyEquivalent() {
        let text = "{\"x\":0,\"\u{E9}\":1,\"e\u{301}\":2}"
        let problem = JSONError.Problem.duplicateMember(name: "e\u{301}", firstOffset: 7)
        #expect(throws: JSONError(problem, offset: 14)) {
            try JSONReader.read([String: Int].self, from: Array(text.utf8))
        }
    }
}
