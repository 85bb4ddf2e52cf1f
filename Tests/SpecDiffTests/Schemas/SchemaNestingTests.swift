import Foundation
import Testing
@testable import SpecDiff

struct SchemaNestingTests {
    /// The text on both sides of the deepest value.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let before: String
        let after: String
        let depth: Int
        let verdict: String

        init(_ name: String, _ before: String, _ after: String, depth: Int, _ verdict: String) {
            testDescription = name
            self.before = before
            self.after = after
            self.depth = depth
            self.verdict = verdict
        }

        func text(_ deepest: String) -> String {
            let levels = (
                before: String(repeating: before, count: depth), after: String(repeating: after, count: depth)
            )
            return testDescription == "default" || testDescription == "not"
                ? #"{"\#(testDescription)":\#(levels.before)"\#(deepest)"\#(levels.after)}"#
                : #"\#(levels.before){"type":"\#(deepest)"}\#(levels.after)"#
        }
    }

    static let cases = [
        Case("properties", #"{"properties":{"a":"#, "}}", depth: 250, "request-property-type-changed breaking"),
        Case("items", #"{"items":"#, "}", depth: 500, "request-property-type-changed breaking"),
        Case("allOf", #"{"allOf":["#, "]}", depth: 250, "request-body-type-changed breaking"),
        Case("oneOf", #"{"oneOf":["#, "]}", depth: 250, "request-body-type-changed breaking"),
        Case("default", "[", "]", depth: 500, "request-body-default-value-changed info"),
        Case("not", #"{"a":"#, "}", depth: 500, "request-body-not-changed warning"),
    ]

    @Test(arguments: cases)
    func comparesSchemasAsDeepAsJSON(_ example: Case) async {
        let verdicts = await Self.onSmallStack {
            try? ComparedSchemas(example.text("string"), example.text("boolean"), .requestBody).verdicts
        }
        #expect(verdicts == [example.verdict])
    }

    /// Threads of macOS that are not the main one have 512 KiB.
    private static func onSmallStack(_ body: @escaping @Sendable () -> [String]?) async -> [String]? {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: body()) }
            thread.stackSize = 512 * 1024
            thread.start()
        }
    }
}
