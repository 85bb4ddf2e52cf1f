import KurusCommandLine

/// `payouts enqueue`: a file's people are to be paid, each once, by workers.
struct EnqueueCommand: Command {
    private let path: String
    private let id: String
    private let account: AccountChoice
    private let order: SendOrder
    private let input: InputOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        account = try AccountChoice(arguments)
        order = try SendOrder(arguments, account, isEnqueued: true)
        input = try InputOptions(arguments)
        path = try arguments.operands(["FILE"])[0]
        guard let id = arguments.value(of: "--id") else {
            throw UsageError(
                "a FILE needs '--id ID' too: an id of yours, which names this order for good", in: arguments.command)
        }
        self.id = id
        try account.requireDatabase(arguments.command)
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let account = try account.account(surroundings)
        let file = try OrderFile(path, id: id, options: input, surroundings)
        return try await order.run(file, account, surroundings)
    }
}
