import Foundation
import KurusGenerating

// Who reads the output may stop, as `head` does: the work goes on.
signal(SIGPIPE, SIG_IGN)
exit(GenerateTool.run(Array(CommandLine.arguments.dropFirst()), .ofProcess))
