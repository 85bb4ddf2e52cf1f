import KurusCommandLine

/// One command, its arguments read.
protocol Command: Sendable {
    init(_ arguments: ParsedArguments) throws(UsageError)

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus
}
