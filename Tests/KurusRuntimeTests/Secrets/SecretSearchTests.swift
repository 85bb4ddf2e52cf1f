import Foundation
import SecretSearch
import Testing

/// The search finds what there is to find: otherwise the tests that find nothing say nothing.
@Suite struct SecretSearchTests {
    private let search = PlantedSecrets(["sk-planted-7Qz", "TR330006100519786457841326", "Şule Yıldız"])

    struct Leak: Error, LocalizedError {
        let text: String
        var errorDescription: String? { text }
    }

    struct Quiet: CustomStringConvertible, CustomReflectable {
        let text: String
        var description: String { "quiet" }
        var customMirror: Mirror { Mirror(self, children: []) }
    }

    struct Loud: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
        let text: String
        var description: String { "quiet" }
        var debugDescription: String { text }
        var customMirror: Mirror { Mirror(self, children: []) }
    }

    class Parent { let inherited = "sk-planted-7Qz" }
    final class Child: Parent {}

    @Test func findsPlantedValues() {
        let text = "sk-planted-7Qz"
        let values: [Any] = [
            text, [text], ["a": text], [text: 1], Leak(text: text), Loud(text: text), (1, text), Optional(text) as Any,
            ["a": [Leak(text: text)]], Array(text.utf8), Data(text.utf8).base64EncodedString(), text.uppercased(),
            "TR33 0006 1005 1978 6457 8413 26", Child(), "%C5%9Eule%20Y%C4%B1ld%C4%B1z", "\u{15E}ule Yıldız",
            NSError(domain: "x", code: 1, userInfo: ["text": text]), Result<String, any Error>.success(text),
            "Basic " + Data("user-id:\(text)".utf8).base64EncodedString(),
        ]
        for value in values { #expect(search.found(in: value) != [], "\(value)") }
    }

    @Test func findsNothingWhereNothingIs() {
        #expect(search.found(in: "sk-other") == [])
        #expect(search.found(in: Quiet(text: "sk-planted-7Qz")) == [])
        #expect(search.found(in: ["a": [1, 2, 3]]) == [])
    }
}
