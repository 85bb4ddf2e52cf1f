import KurusCommandLine

/// The place to pay at and the keys, as the command line names them.
struct AccountChoice {
    private let simulator: UInt16?
    private let credentialsFile: String?
    private let journals: String?

    init(_ arguments: ParsedArguments) throws(UsageError) {
        simulator = try arguments.number(of: "--simulator", in: 1...65535).map(UInt16.init)
        credentialsFile = arguments.value(of: "--credentials")
        journals = arguments.value(of: "--journal")
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
        let options = [
            ("--simulator", simulator.map(String.init)), ("--credentials", credentialsFile), ("--journal", journals),
        ]
        return options.flatMap { name, value in value.map { [name, $0] } ?? [] }
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

extension ParsedArguments {
    /// The number that an option is given; nil when it is not given.
    func number(of option: String, in range: ClosedRange<Int>) throws(UsageError) -> Int? {
        guard let text = value(of: option) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            let bounds = "\(range.lowerBound)" + (range.upperBound == .max ? " on" : " to \(range.upperBound)")
            throw UsageError("'\(option)' takes a number from \(bounds); found '\(text)'", in: command)
        }
        return number
    }

    /// The operands, as many as there may be.
    func operands(_ names: [String], optional: Int = 0) throws(UsageError) -> [String] {
        if operands.count > names.count {
            throw UsageError("one operand too many: '\(operands[names.count])'", in: command)
        }
        if operands.count < names.count - optional {
            throw UsageError("\(names[operands.count]) is missing", in: command)
        }
        return operands
    }
}
