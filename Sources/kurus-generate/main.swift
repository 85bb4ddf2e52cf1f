import KurusGenerating

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

// Who reads the output may stop, as `head` does: the work goes on.
signal(SIGPIPE, SIG_IGN)
exit(GenerateTool.run(Array(CommandLine.arguments.dropFirst()), .ofProcess))
