import Foundation

exit(await PayoutsCommand.run(Array(CommandLine.arguments.dropFirst()), .ofProcess))
