import Foundation
import PackagePlugin

/// Generates the clients of a target that holds a kurus.json, on every build that changes one of their inputs.
@main
struct GenerateClient: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        try commands(
            directory: target.directoryURL, target: target.name, tool: context.tool(named: "kurus-generate").url,
            outputDirectory: context.pluginWorkDirectoryURL)
    }

    private func commands(directory: URL, target: String, tool: URL, outputDirectory: URL) throws -> [Command] {
        let file = directory.appending(path: "kurus.json")
        guard let data = FileManager.default.contents(atPath: file.path(percentEncoded: false)) else {
            Diagnostics.error("target '\(target)' uses the plugin GenerateClient but has no kurus.json")
            return []
        }
        // Kurus itself reports errors in kurus.json, with their location.
        let clients = (try? JSONDecoder().decode(ClientList.self, from: data))?.clients ?? []
        let inputs = clients.flatMap { $0.inputs + ($0.overlays ?? []) }
        return [
            .buildCommand(
                displayName: "Generating the clients of \(target)",
                executable: tool,
                arguments: [
                    "--config", file.path(percentEncoded: false), "--output",
                    outputDirectory.path(percentEncoded: false),
                ],
                inputFiles: [file] + inputs.flatMap { InputPattern($0, in: directory).files },
                outputFiles: clients.flatMap(\.fileNames).map { outputDirectory.appending(path: $0) })
        ]
    }
}

#if canImport(XcodeProjectPlugin)
    import XcodeProjectPlugin

    extension GenerateClient: XcodeBuildToolPlugin {
        func createBuildCommands(context: XcodePluginContext, target: XcodeTarget) throws -> [Command] {
            let file = target.inputFiles.first { $0.url.lastPathComponent == "kurus.json" }
            guard let directory = file?.url.deletingLastPathComponent() else {
                Diagnostics.error("target '\(target.displayName)' uses GenerateClient but has no kurus.json")
                return []
            }
            return try commands(
                directory: directory, target: target.displayName, tool: context.tool(named: "kurus-generate").url,
                outputDirectory: context.pluginWorkDirectoryURL)
        }
    }
#endif
