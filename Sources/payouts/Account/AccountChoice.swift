import KurusCommandLine

/// The place to pay at and the keys, as the command line names them.
struct AccountChoice {
    static let credentials = Option<String?>(
        "--credentials", "FILE",
        "A file of IYZICO_API_KEY, IYZICO_SECRET_KEY and IYZICO_HOST, a line NAME=VALUE each, without quotes, in place "
            + "of the environment's. Nobody else may be able to read it: its mode has to be 0600.")
    static let journal = Option<String?>(
        "--journal", "DIR",
        "Where journals lie, in a folder for each provider, host and key. The default is $KURUS_JOURNALS, else "
            + "kurus/payouts in $XDG_STATE_HOME, which is ~/.local/state by default. The word postgres: in a "
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

    /// Refuses a journal of one machine, for what many machines do.
    func requireDatabase(_ command: CommandDefinition) throws(UsageError) {
        guard !isInDatabase else { return }
        throw UsageError(
            "'payouts \(command.name)' is for a journal in a database: '--journal \(DatabaseJournal.word)'", in: command
        )
    }

    /// The options that name it, for a command that goes on with what was done by it.
    var words: [String] {
        let options: [(any CommandOption, String?)] = [
            (Self.simulator, simulator.map(String.init)), (Self.credentials, credentialsFile), (Self.journal, journals),
        ]
        return options.flatMap { option, value in value.map { [option.name, $0] } ?? [] }
    }

    /// The host alone, without keys: of the simulator, of the keys that are given, else of the environment.
    func host(_ surroundings: Surroundings) throws(CommandFailure) -> PlanHost {
        let environment = surroundings.environment.filter { !$0.value.isEmpty }
        let hasKeys =
            credentialsFile != nil || [Keys.file, Keys.apiKey, Keys.secretKey].contains { environment[$0] != nil }
        if simulator != nil || hasKeys { return PlanHost(of: try account(surroundings)) }
        let name = environment[Keys.hostName] ?? Keys.Host.sandbox.rawValue
        guard let host = Keys.Host(rawValue: name) else {
            throw CommandFailure(.usage, "\(Keys.hostName) of the environment is sandbox or production")
        }
        return PlanHost(host)
    }

    /// The account with its journal in a database, whatever `--journal` says.
    func accountInDatabase(_ surroundings: Surroundings) throws(CommandFailure) -> Account {
        try account(surroundings, journals: "").inDatabase()
    }

    func account(_ surroundings: Surroundings) throws(CommandFailure) -> Account {
        if isInDatabase { return try accountInDatabase(surroundings) }
        return try account(surroundings, journals: StateFolder.journals(journals, surroundings))
    }

    /// The account with its journal in a folder, whatever `--journal` says.
    func account(_ surroundings: Surroundings, journals: String) throws(CommandFailure) -> Account {
        if let simulator { return try Account(simulatorAt: simulator, journals: journals) }
        return try Account(Keys(file: credentialsFile, surroundings), journals: journals)
    }
}
