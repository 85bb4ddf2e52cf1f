import SpecTree
import Testing

struct JSONPointerTests {
    @Test(arguments: [
        ("", []),
        ("/", [""]),
        ("/paths/~1balance/get", ["paths", "/balance", "get"]),
        ("/a~0b/~01", ["a~b", "~1"]),
        ("//x/", ["", "x", ""]),
        ("/a%25b", ["a%25b"]),
    ])
    func readsAndWritesPointers(text: String, tokens: [String]) throws {
        let pointer = try #require(JSONPointer(text))
        #expect(pointer.tokens == tokens)
        #expect(pointer.description == text)
    }

    @Test(arguments: [
        ("/components/schemas/A%20B", ["components", "schemas", "A B"]),
        ("/paths/~1a~1%7Bid%7d", ["paths", "/a/{id}"]),
        ("/%C5%9F", ["ş"]),
        ("/%7E1", ["/"]),
        ("", []),
    ])
    func readsFragments(fragment: String, tokens: [String]) {
        #expect(JSONPointer(fragment: fragment)?.tokens == tokens)
    }

    @Test(arguments: ["paths", "#/a", "/a~", "/a~2", "/~~0"])
    func refusesWhatIsNoPointer(text: String) {
        #expect(JSONPointer(text) == nil)
    }

    @Test(arguments: ["a", "/%", "/%4", "/%zz", "/%FF", "/a~"])
    func refusesWhatIsNoFragment(fragment: String) {
        #expect(JSONPointer(fragment: fragment) == nil)
    }
}
