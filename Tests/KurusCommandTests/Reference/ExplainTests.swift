import KurusReference
import SpecDiagnostics
import SpecDiff
import Testing

@testable import kurus

@Suite struct ExplainTests {
    @Test func explainsADiagnostic() async throws {
        let expected = """
            NAME
                missing-field - a diagnostic

            MEANING
                A required field is missing.

            WHAT TO DO
                Add the field with an action of the overlay whose target is the object that
                lacks it.

            """
        #expect(
            try await TestFolder().kurus("explain", "missing-field") == Outcome(status: 0, output: expected))
    }

    @Test func explainsARule() async throws {
        let expected = """
            NAME
                request-body-became-required - a rule of kurus diff

            MEANING
                The body has to be sent.

            ON THE WIRE
                breaking: a request is refused, or an answer is read as something else.

            THE REVERSE
                request-body-became-optional (info): the body need not be sent.

            """
        #expect(
            try await TestFolder().kurus("explain", "request-body-became-required")
                == Outcome(status: 0, output: expected))
    }

    @Test func explainsEveryID() async throws {
        let folder = try TestFolder()
        for id in DiagnosticID.allCases.map(\.rawValue) + Rule.all.map(\.id) {
            let outcome = await folder.kurus("explain", id)
            #expect(outcome.status == 0 && outcome.output.hasPrefix("NAME\n    \(id) -"))
            #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 || $0.contains(id) })
        }
    }

    @Test func explainsSeveralIDsInTheirOrder() async throws {
        let output = try await TestFolder().kurus("explain", "json-path", "endpoint-added").output
        let names = output.split(separator: "\n").filter { $0.contains(" - a ") }
        #expect(names == ["    json-path - a diagnostic", "    endpoint-added - a rule of kurus diff"])
    }

    @Test(arguments: [
        (["explain"], "an ID is needed"),
        (
            ["explain", "missing-feild"],
            "no diagnostic and no rule has the id 'missing-feild'; did you mean 'missing-field'?"
        ),
        (["explain", "endpoint-added", "x"], "no diagnostic and no rule has the id 'x'"),
    ])
    func refusesWhatItDoesNotKnow(_ arguments: [String], _ message: String) async throws {
        let usage = "usage: kurus explain ID...\nMore: kurus help explain\n"
        #expect(
            try await TestFolder().kurus(arguments) == Outcome(status: 2, errors: "kurus: error: \(message)\n" + usage))
    }

    /// The pages of help hold the tables that the documentation holds.
    @Test(arguments: ReferencePage.all.map(\.topic))
    func printsEveryRowOfATopic(_ topic: String) async throws {
        let page = try #require(ReferencePage.all.first { $0.topic == topic })
        let outcome = try await TestFolder().kurus("help", topic)
        #expect(outcome.status == 0)
        let words = outcome.output.split { $0 == " " || $0 == "\n" }
        let text = words.joined(separator: " ")
        for row in page.tables.flatMap(\.rows) {
            let name = try #require(row.first).replacing("`", with: "")
            #expect(text.contains(name), "\(name)")
            #expect(row.dropFirst().allSatisfy { text.contains($0) }, "\(row)")
        }
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 80 || !$0.dropFirst(8).contains(" ") })
    }

    @Test func proposesTopics() async throws {
        let outcome = try await TestFolder().kurus("help", "rulez")
        #expect(outcome.errors.hasPrefix("kurus: error: unknown command 'rulez'; did you mean 'rules'?\n"))
    }
}
