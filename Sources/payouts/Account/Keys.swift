import IyzicoMassPayout
import KurusCommandLine

/// The keys and the host that the environment or a file names.
struct Keys {
    enum Host: String, CaseIterable {
        case sandbox
        case production
    }

    let credentials: IyzicoCredentials
    let host: Host

    /// - Parameter file: The file that `--credentials` names.
    init(file: String?, _ surroundings: Surroundings) throws(CommandFailure) {
        let environment = surroundings.environment.filter { !$0.value.isEmpty }
        let isInEnvironment = environment[Self.apiKey] != nil || environment[Self.secretKey] != nil
        let named = environment[Self.file]
        if file == nil, named != nil, isInEnvironment {
            throw CommandFailure(.usage, "both \(Self.file) and \(Self.apiKey) are set; unset one of them")
        }
        if let path = file ?? named {
            try self.init(CredentialsFile.read(path, surroundings), from: path)
        } else if isInEnvironment {
            for name in [Self.apiKey, Self.secretKey, Self.hostName] where Self.isQuoted(environment[name] ?? "") {
                throw CommandFailure(.usage, "\(name) of the environment is in quotes; it is written without")
            }
            try self.init(environment, from: "the environment")
        } else {
            throw CommandFailure(.usage, Self.howToSet)
        }
    }

    private init(_ settings: [String: String], from source: String) throws(CommandFailure) {
        for name in [Self.apiKey, Self.secretKey] where settings[name] == nil {
            throw CommandFailure(.usage, "\(name) is missing from \(source)")
        }
        do throws(InvalidCredentials) {
            credentials = try IyzicoCredentials(
                apiKey: settings[Self.apiKey] ?? "", secretKey: settings[Self.secretKey] ?? "")
        } catch {
            throw CommandFailure(.usage, "the keys of \(source) cannot be used: \(error)")
        }
        let name = settings[Self.hostName] ?? Host.sandbox.rawValue
        guard let host = Host(rawValue: name) else {
            throw CommandFailure(.usage, "\(Self.hostName) of \(source) is sandbox or production")
        }
        self.host = host
        try checkHost(source)
    }

    /// Money moves only where both the keys and the host say so.
    private func checkHost(_ source: String) throws(CommandFailure) {
        switch (host, credentials.isSandbox) {
        case (.sandbox, true), (.production, false): return
        case (.sandbox, false):
            throw CommandFailure(
                .usage,
                "the keys of \(source) are for production, where money moves; "
                    + "say that this is meant with \(Self.hostName)=production")
        case (.production, true):
            throw CommandFailure(
                .usage, "\(Self.hostName) of \(source) is production, but the keys are the sandbox's")
        }
    }

    /// Whether a value has a quote at an end, as shells want it and files of settings do not: `"sandbox-…"` is no key of
    /// the sandbox, and would be taken for one of production.
    static func isQuoted(_ value: some StringProtocol) -> Bool {
        let text = value.drop(while: \.isWhitespace)
        let last = text.last { !$0.isWhitespace }
        return [text.first, last].contains { $0.map { "\"'`‘’“”„«»".contains($0) } ?? false }
    }

    static let apiKey = "IYZICO_API_KEY"
    static let secretKey = "IYZICO_SECRET_KEY"
    static let hostName = "IYZICO_HOST"
    static let file = "IYZICO_CREDENTIALS_FILE"

    private static let howToSet = """
        no keys are set. Set \(apiKey) and \(secretKey) in the environment, or write both to a file that nobody
        else can read (chmod 600), a line NAME=VALUE each, and name it by \(file) or --credentials FILE.
        Money moves only with \(hostName)=production beside them. To try it without keys: payouts send --sample
        """
}
