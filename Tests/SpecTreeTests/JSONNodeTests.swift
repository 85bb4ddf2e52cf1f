import Foundation
import SourceText
import SpecDiagnostics
import SpecTree
import SpecTestSupport
import Testing

struct JSONNodeTests {
    static func node(_ text: String) throws -> JSONNode {
        var diagnostics = Diagnostics()
        let node = JSONNode.read(JSONText(file: SourceFile("test.json", text)), diagnostics: &diagnostics)
        #expect(diagnostics.text.isEmpty)
        return try #require(node)
    }

    @Test func keepsOrderLexemesAndPlaces() throws {
        let marked = MarkedText(
            #" ▲{▲"b": ▲[▲1.50, ▲-0, ▲2E+10 , ▲true,▲false, ▲null ,▲[ ], ▲{}], ▲"\"": ▲"\u015f\n👍" , ▲"a" : ▲"" } "#)
        let root = try Self.node(marked.text)
        var found: [(String, Int)] = []
        Self.visit(root) { found.append(($0, $1.offset)) }
        #expect(
            found.map(\.0) == [
                "{", "b:", "[", "1.50", "-0", "2E+10", "true", "false", "null", "[", "{", "\":", "ş\n👍", "a:", "",
            ])
        #expect(found.map(\.1) == marked.offsets)
    }

    private static func visit(_ node: JSONNode, _ body: (String, SpecDiagnostics.SourceLocation) -> Void) {
        switch node.content {
        case .null: body("null", node.location)
        case .boolean(let value): body("\(value)", node.location)
        case .number(let text), .string(let text): body(text, node.location)
        case .array(let elements):
            body("[", node.location)
            for element in elements { visit(element, body) }
        case .object(let members):
            body("{", node.location)
            for member in members {
                body(member.name + ":", member.location)
                visit(member.value, body)
            }
        }
    }

    @Test(arguments: [
        ("{}", "{}", true),
        (#"{"a": 1, "b": [true]}"#, #" {"b":[true],"a":1}"#, true),
        (#"{"a": 1}"#, #"{"a": 1.0}"#, false),
        (#"{"a": 1}"#, #"{"a": 1, "b": 2}"#, false),
        (#"{"a": 1}"#, #"{"b": 1}"#, false),
        ("[1, 2]", "[2, 1]", false),
        ("[1]", "[1, 1]", false),
        ("null", "false", false),
        (#""1""#, "1", false),
        (#""ş""#, #""\u015f""#, true),
        ("{}", "[]", false),
    ])
    func comparesContentRegardlessOfLocation(first: String, second: String, isSame: Bool) throws {
        #expect(try Self.node(first).hasSameContent(as: Self.node(second)) == isSame)
    }

    @Test(arguments: [
        ("null", "null"), ("true", "a boolean"), ("1", "a number"), (#""""#, "a string"), ("[]", "an array"),
        ("{}", "an object"),
    ])
    func namesKinds(text: String, name: String) throws {
        #expect(try Self.node(text).kindName == name)
    }

    @Test(arguments: [
        ("", 0), ("/a", 6), ("/a/1", 11), ("/a/1/x~1y", 19), ("/m~0n", 32), ("/", 40),
    ])
    func followsPointers(pointer: String, offset: Int) throws {
        let root = try Self.node(#"{"a": [10, {"x/y": 20}], "m~n": 30, "": 40}"#)
        #expect(root.node(at: try #require(JSONPointer(pointer)))?.location.offset == offset)
    }

    @Test(arguments: ["/b", "/a/2", "/a/01", "/a/-1", "/a/+1", "/a/-", "/a/0/x", "/a/1/x", "/a/99999999999999999999"])
    func findsNothingAtOtherPointers(pointer: String) throws {
        let root = try Self.node(#"{"a": [10, {"x/y": 20}], "m~n": 30, "": 40}"#)
        #expect(root.node(at: try #require(JSONPointer(pointer))) == nil)
    }

    @Test(arguments: [(0, 1), (1, 2), (2, 4), (3, 10), (5, 16), (8, 22), (12, 34), (13, 35), (99, 35)])
    func locatesTextInsideAString(offset: Int, place: Int) throws {
        let node = try Self.node(#""a\n\u0041\u015f\u20ac\ud83d\udc4dz""#)
        #expect(node.location(inString: offset)?.offset == place)
    }

    @Test(arguments: ["[", "{\"a\":"], [512, 513, 100_000])
    func limitsDepth(opening: String, depth: Int) async {
        let isObject = opening != "["
        let text =
            String(repeating: opening, count: depth) + "0" + String(repeating: isObject ? "}" : "]", count: depth)
        let printed = await onSmallStack {
            var diagnostics = Diagnostics()
            let node = JSONNode.read(SourceFile("deep.json", text), diagnostics: &diagnostics)
            return node == nil ? diagnostics.text : "read" + diagnostics.text
        }
        let column = 512 * opening.utf8.count + 1
        let message = "nested too deep; at most 512 arrays and objects may be open at once"
        let refusal = "deep.json:1:\(column): error: \(message) [json-syntax]\n"
        #expect(depth <= 512 ? printed == "read" : printed.hasPrefix(refusal))
    }
}

/// Runs on a thread with the half megabyte of stack that secondary threads have on macOS.
private func onSmallStack(_ body: @escaping @Sendable () -> String) async -> String {
    await withCheckedContinuation { continuation in
        let thread = Thread { continuation.resume(returning: body()) }
        thread.stackSize = 512 * 1024
        thread.start()
    }
}
