import IyzicoMassPayout
import KurusCommandLine

/// The keys and the host from the environment or a file.
struct Keys {
    enum Host: String, CaseIterable {
        case sandbox
        case production
    }

    let credentials: IyzicoCredentials
    let host: Host

    /// - Parameter file: The path that `--credentials` gives.
    init(file: String?, _ context: CommandContext) throws(CommandFailure) {
        let environment = context.environment.filter { !$0.value.isEmpty }
        let isInEnvironment = environment[Self.apiKey] != nil || environment[Self.secretKey] != nil
        let named = environment[Self.file]
        if file == nil, named != nil, isInEnvironment {
            throw CommandFailure(.usage, "both \(Self.file) and \(Self.apiKey) are set; unset one of them")
        }
        if let path = file ?? named {
            try self.init(CredentialsFile.read(path, context), from: path)
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

    /// Checks that both the keys and the host are for production, or neither.
    private func checkHost(_ source: String) throws(CommandFailure) {
        switch (host, credentials.isSandbox) {
        case (.sandbox, true), (.production, false): return
        case (.sandbox, false):
            throw CommandFailure(
                .usage,
                "the keys of \(source) are for production, where money moves; confirm that with "
                    + "\(Self.hostName)=production")
        case (.production, true):
            throw CommandFailure(
                .usage, "\(Self.hostName) of \(source) is production, but the keys are the sandbox's")
        }
    }

    /// Whether a value begins or ends with a quote, which a shell removes but a file keeps: `"sandbox-…"` is not a
    /// sandbox key, and would be taken for one of production.
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

/// A file of keys: lines `NAME=VALUE`, empty lines, and comments that begin with `#`. Its content is never shown.
private enum CredentialsFile {
    private static let names = [Keys.apiKey, Keys.secretKey, Keys.hostName]

    static func read(_ path: String, _ context: CommandContext) throws(CommandFailure) -> [String: String] {
        let bytes: [UInt8]
        do throws(FileReading.Failure) {
            bytes = try FileReading.bytes(of: context.absolute(path), isPrivate: true)
        } catch {
            throw CommandFailure(.usage, "the credentials file \(path) cannot be used: \(error.reason)")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        // An editor's byte order mark is not part of the first name.
        return try settings(text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text, path)
    }

    private static func settings(_ text: String, _ path: String) throws(CommandFailure) -> [String: String] {
        var settings: [String: String] = [:]
        let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated() {
            let line = line.drop(while: \.isWhitespace)
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let name = names.first(where: { $0 == parts[0] }), settings[name] == nil else {
                throw CommandFailure(
                    .usage, "\(path):\(index + 1): expected \(names.joined(separator: ", ")), each once, as NAME=VALUE")
            }
            if Keys.isQuoted(parts[1]) {
                throw CommandFailure(
                    .usage, "\(path):\(index + 1): the value of \(name) is in quotes; it is written without")
            }
            settings[name] = String(parts[1])
        }
        return settings
    }
}
