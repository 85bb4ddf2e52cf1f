import Foundation
import Testing

@testable import kurus

/// This package's own specs/ and Generated/.
struct CommittedClientTests {
    private static let package = URL(filePath: #filePath).appending(path: "../../..").standardizedFileURL
        .path(percentEncoded: false)

    private func run(_ arguments: String...) async -> Outcome {
        await Outcome.of(arguments, in: Self.package)
    }

    @Test func areWhatThePagesGive() async {
        let outcome = await run("generate", "--check")
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.contains("IyzicoMassPayoutAPI: ") && outcome.output.contains("JuspayPayoutAPI: "))
    }

    @Test func comeFromPagesWithoutErrors() async {
        let outcome = await run("lint")
        #expect(outcome.status == 0, "\(outcome)")
    }

    @Test(arguments: ["IyzicoMassPayoutAPI", "JuspayPayoutAPI"])
    func takeAtMostTwentyLinesAnOperation(_ module: String) throws {
        let path = "\(Self.package)Generated/\(module)/\(module)Client.swift"
        let source = try String(contentsOf: URL(filePath: path), encoding: .utf8)
        // Empty lines separate members only.
        let operations = source.split(separator: "\n\n").filter { $0.contains(" func ") && $0.contains(" async ") }
        #expect(!operations.isEmpty)
        for operation in operations {
            #expect(operation.split(separator: "\n").count <= 20, "\(operation)")
        }
    }
}
