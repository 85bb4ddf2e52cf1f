import Foundation
import KurusCommandLine

exit(
    KurusCommand.run(
        arguments: Array(CommandLine.arguments.dropFirst()),
        in: FileManager.default.currentDirectoryPath,
        output: { StandardStream.output.write($0) },
        errorOutput: { StandardStream.error.write($0) }
    ))
