import Foundation
import PackagePlugin

/// `swift package generate-clients`: does what `kurus generate` does in the package's directory, with the arguments given.
@main
struct RegenerateAll: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        let process = Process()
        process.executableURL = try context.tool(named: "kurus-generate").url
        process.arguments = arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw Failure(status: process.terminationStatus)
        }
    }

    private struct Failure: Error, CustomStringConvertible {
        let status: Int32

        var description: String {
            "kurus generate ended with status \(status)"
        }
    }
}
