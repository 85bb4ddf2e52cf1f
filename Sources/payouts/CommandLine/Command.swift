import KurusCommandLine

/// One command, its arguments read.
protocol Command: Sendable {
    static var definition: CommandDefinition { get }

    init(_ arguments: ParsedArguments) throws(UsageError)

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus
}
