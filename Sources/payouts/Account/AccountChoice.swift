import KurusCommandLine

/// The host, the keys and the journal that the command line selects.
struct AccountChoice {
    static let credentials = Option<String?>(
        "--credentials", "FILE",
        "A file of IYZICO_API_KEY, IYZICO_SECRET_KEY and IYZICO_HOST, one line NAME=VALUE each, without quotes, "
            + "instead of the environment's. Nobody else may be able to read it: its mode has to be 0600.")
    static let journal = Option<String?>(
        "--journal", "DIR",
        "The folder for journals, which has a folder for each provider, host and key. The default is $KURUS_JOURNALS, "
            + "else kurus/payouts in $XDG_STATE_HOME, which is ~/.local/state by default. The value postgres selects a "
            + "PostgreSQL database, for any number of machines; see 'payouts help journal'. A folder of that name is "
            + "./postgres.")
    static let simulator = Option(
        "--simulator", "PORT", in: 1...65535,
        "Work with 'payouts simulate' on this port of this machine; needs no keys.")
    static let options: [any CommandOption] = [credentials, journal, simulator]

    private let simulator: UInt16?
    private let credentialsFile: String?
    private let journals: String?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        simulator = try arguments[Self.simulator].map(UInt16.init)
        credentialsFile = try arguments[Self.credentials]
        journals = try arguments[Self.journal]
        if simulator != nil, credentialsFile != nil {
            throw UsageError("'--credentials' cannot be used with '--simulator'", in: arguments.command)
        }
    }

    /// Whether the journal is in a database.
    var isInDatabase: Bool { journals == DatabaseJournal.word }

    /// Refuses a journal in a file, for commands that need one for many machines.
    func requireDatabase(_ command: CommandDefinition) throws(UsageError) {
        guard !isInDatabase else { return }
        throw UsageError(
            "'payouts \(command.name)' is for a journal in a database: '--journal \(DatabaseJournal.word)'", in: command
        )
    }

    /// The options for another command that uses the same account.
    var words: [String] {
        let options: [(any CommandOption, String?)] = [
            (Self.simulator, simulator.map(String.init)), (Self.credentials, credentialsFile), (Self.journal, journals),
        ]
        return options.flatMap { option, value in value.map { [option.name, $0] } ?? [] }
    }

    /// Returns the host, without requiring keys: that of the simulator, of the given keys, else of the environment.
    func host(_ context: CommandContext) throws(CommandFailure) -> PlanHost {
        let environment = context.environment.filter { !$0.value.isEmpty }
        let hasKeys =
            credentialsFile != nil || [Keys.file, Keys.apiKey, Keys.secretKey].contains { environment[$0] != nil }
        if simulator != nil || hasKeys { return PlanHost(of: try account(context)) }
        let name = environment[Keys.hostName] ?? Keys.Host.sandbox.rawValue
        guard let host = Keys.Host(rawValue: name) else {
            throw CommandFailure(.usage, "\(Keys.hostName) of the environment is sandbox or production")
        }
        return PlanHost(host)
    }

    /// Returns the account with its journal in a database, whatever `--journal` is.
    func accountInDatabase(_ context: CommandContext) throws(CommandFailure) -> Account {
        try account(context, journals: "").inDatabase()
    }

    func account(_ context: CommandContext) throws(CommandFailure) -> Account {
        if isInDatabase { return try accountInDatabase(context) }
        return try account(context, journals: StateFolder.journals(journals, context))
    }

    /// Returns the account with its journal in a folder, whatever `--journal` is.
    func account(_ context: CommandContext, journals: String) throws(CommandFailure) -> Account {
        if let simulator { return try Account(simulatorAt: simulator, journals: journals) }
        return try Account(Keys(file: credentialsFile, context), journals: journals)
    }
}
