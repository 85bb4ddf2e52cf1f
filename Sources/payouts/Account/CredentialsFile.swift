import KurusCommandLine

/// A file of keys: lines `NAME=VALUE`, empty lines, and comments behind `#`. Nothing of it is ever shown.
enum CredentialsFile {
    private static let names = [Keys.apiKey, Keys.secretKey, Keys.hostName]

    static func read(_ path: String, _ surroundings: Surroundings) throws(CommandFailure) -> [String: String] {
        let bytes: [UInt8]
        do throws(FileReading.Failure) {
            bytes = try FileReading.bytes(of: surroundings.absolute(path), isPrivate: true)
        } catch {
            throw CommandFailure(.usage, "the credentials file \(path) cannot be used: \(error.reason)")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        // An editor's byte order mark is no part of the first name.
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
