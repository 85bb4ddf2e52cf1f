import KurusGenerating

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

// The reader of the output may stop early, as `head` does: the work goes on.
signal(SIGPIPE, SIG_IGN)
exit(GenerateTool.run(Array(CommandLine.arguments.dropFirst()), .ofProcess))
