import Foundation
import Testing

@testable import kurus

/// This package's own specs/ and Generated/.
struct CommittedClientTests {
    private static let package = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        .path(percentEncoded: false)

    private func run(_ arguments: String...) -> Outcome {
        var outcome = Outcome()
        outcome.status = KurusCommand.run(
            arguments: arguments, in: Self.package, output: { outcome.output += $0 },
            errorOutput: { outcome.errors += $0 })
        return outcome
    }

    @Test func areWhatThePagesGive() {
        let outcome = run("generate", "--check")
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.contains("IyzicoMassPayoutAPI: ") && outcome.output.contains("JuspayPayoutAPI: "))
    }

    @Test func comeFromPagesWithoutErrors() {
        let outcome = run("lint")
        #expect(outcome.status == 0, "\(outcome)")
    }

    @Test(arguments: ["IyzicoMassPayoutAPI", "JuspayPayoutAPI"])
    func takeAtMostTwentyLinesAnOperation(_ module: String) throws {
        let path = "\(Self.package)Generated/\(module)/\(module)Client.swift"
        let source = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        // Members stand apart by empty lines, and so does a comment's end from nothing else.
        let operations = source.split(separator: "\n\n").filter { $0.contains(" func ") && $0.contains(" async ") }
        #expect(!operations.isEmpty)
        for operation in operations {
            #expect(operation.split(separator: "\n").count <= 20, "\(operation)")
        }
    }
}
