import SourceText
import Testing

struct DidYouMeanTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let word: String
        let candidates: [String]
        let suggestion: String?

        init(_ word: String, _ candidates: [String], _ suggestion: String?) {
            self.word = word
            self.candidates = candidates
            self.suggestion = suggestion
        }

        var testDescription: String { word }
    }

    static let cases = [
        Case("sumary", ["description", "summary"], "summary"),
        Case("summmary", ["summary"], "summary"),
        Case("summarx", ["summary"], "summary"),
        Case("ture", ["true", "tune"], "true"),
        Case("operationID", ["operationId"], "operationId"),
        Case("x", ["y"], nil),
        Case("in", ["if"], "if"),
        Case("", ["a"], nil),
        Case("a", [], nil),
        Case("responses", ["requestBody"], nil),
        Case("descriptoin", ["description"], "description"),
        Case("properties", ["required", "property"], "property"),
        Case("colour", ["color", "colours"], "color"),
        Case("same", ["same", "some"], "some"),
    ]

    @Test(arguments: cases)
    func suggestsTheNearestCandidate(_ example: Case) {
        #expect(DidYouMean.suggestion(for: example.word, in: example.candidates) == example.suggestion)
    }
}
