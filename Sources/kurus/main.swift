import Foundation

// A reader of the report may stop early, as `head` does. The work continues, and the exit status still reports the
// result.
signal(SIGPIPE, SIG_IGN)
exit(await KurusCommand.run(Array(CommandLine.arguments.dropFirst()), .ofProcess))
