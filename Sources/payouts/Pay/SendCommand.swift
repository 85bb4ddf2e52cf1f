import IyzicoMassPayout
import KurusCommandLine

/// `payouts send`: a file's people, each paid once.
struct SendCommand: Command {
    private enum Source {
        case file(String)
        case sample
        case printedSample
    }

    private let source: Source
    private let id: String
    private let account: AccountChoice
    private let order: SendOrder
    private let input: InputOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        account = try AccountChoice(arguments)
        order = try SendOrder(arguments, account)
        input = try InputOptions(arguments)
        source = try Self.source(arguments)
        id = try Self.id(arguments, source)
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        switch source {
        case .printedSample:
            surroundings.output(SamplePayroll.text)
            return .done
        case .sample:
            return try await SampleRun(id: id, isInDatabase: account.isInDatabase).run(order, surroundings)
        case .file(let path):
            let account = try account.account(surroundings)
            let file = try OrderFile(path, id: id, options: input, surroundings)
            return try await order.run(file, account, surroundings)
        }
    }

    private static func source(_ arguments: ParsedArguments) throws(UsageError) -> Source {
        let samples = ["--sample", "--print-sample"].filter(arguments.has)
        guard let sample = samples.first else {
            return .file(try arguments.operands(["FILE"])[0])
        }
        guard arguments.operands.isEmpty, samples.count == 1 else {
            throw UsageError("'\(sample)' takes the place of a FILE, and is used alone", in: arguments.command)
        }
        if sample == "--print-sample", arguments.has("--format") {
            throw UsageError("'--print-sample' writes CSV; '--format' cannot be used with it", in: arguments.command)
        }
        let elsewhere = ["--simulator", "--credentials", "--journal"].first(where: arguments.has)
        if let elsewhere, !(elsewhere == "--journal" && arguments.value(of: elsewhere) == DatabaseJournal.word) {
            throw UsageError(
                "'\(sample)' has a simulator of its own; '\(elsewhere)' cannot be used with it", in: arguments.command)
        }
        return sample == "--sample" ? .sample : .printedSample
    }

    private static func id(_ arguments: ParsedArguments, _ source: Source) throws(UsageError) -> String {
        if let id = arguments.value(of: "--id") { return id }
        guard case .file = source else { return "sample" }
        throw UsageError(
            "a FILE needs '--id ID' too: an id of yours, which names this order for good", in: arguments.command)
    }
}
