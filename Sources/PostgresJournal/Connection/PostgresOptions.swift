#if Postgres
import CPostgreSQL

/// libpq's connection options by keyword.
struct PostgresOptions {
    private var values: [String: String] = [:]

    /// The options of a connection string; nil when it is none. libpq's message is dropped: it repeats the string.
    init?(parsing text: String) {
        var message: UnsafeMutablePointer<CChar>?
        defer { PQfreemem(message) }
        guard let options = PQconninfoParse(text, &message) else { return nil }
        self.init(options)
    }

    /// The options that a connection attempt uses, with those of the environment and of service files.
    init?(of connection: OpaquePointer) {
        guard let options = PQconninfo(connection) else { return nil }
        self.init(options)
    }

    private init(_ options: UnsafeMutablePointer<PQconninfoOption>) {
        defer { PQconninfoFree(options) }
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { values[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
    }

    /// The mode of TLS, `prefer` where nobody chose.
    private var sslMode: String { values["sslmode"] ?? "prefer" }

    /// How the connection may be used.
    ///
    /// Another machine is reached only by TLS with a certificate that was checked against the host's name.
    var protection: Protection {
        if isLocal || sslMode == "verify-full" { return .asChosen }
        return sslMode == "prefer" ? .verified : .tooWeak(mode: sslMode)
    }

    enum Protection: Hashable {
        /// It leads to this machine, or is as safe as can be.
        case asChosen
        /// Nobody chose: `verify-full` is to be chosen.
        case verified
        /// Somebody chose a mode that does not check the certificate.
        case tooWeak(mode: String)
    }

    /// Whether every host is this machine: a Unix socket, `localhost`, or a loopback address.
    private var isLocal: Bool {
        let addresses = list("hostaddr")
        let hosts = list("host")
        let count = max(addresses.count, hosts.count)
        return (0..<count).allSatisfy { index in
            let address = index < addresses.count ? addresses[index] : ""
            let host = index < hosts.count ? hosts[index] : ""
            return Self.isLocal(address.isEmpty ? host : address)
        }
    }

    private func list(_ keyword: String) -> [Substring] {
        guard let value = values[keyword], !value.isEmpty else { return [] }
        return value.split(separator: ",", omittingEmptySubsequences: false)
    }

    /// A host that begins with `/` or `@` is a Unix socket, and so is no host (libpq's manual, 34.1.2).
    private static func isLocal(_ host: Substring) -> Bool {
        if host.isEmpty || host.hasPrefix("/") || host.hasPrefix("@") { return true }
        if host == "localhost" || host == "::1" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
#endif
