import Foundation

// Who reads the report may stop, as `head` does: the work goes on, and the exit status still says what was found.
signal(SIGPIPE, SIG_IGN)
exit(await KurusCommand.run(Array(CommandLine.arguments.dropFirst()), .ofProcess))
