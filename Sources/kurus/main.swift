import Foundation

exit(await KurusCommand.run(Array(CommandLine.arguments.dropFirst()), .ofProcess))
