/// The choices of kurus.json that the generator follows.
package struct ClientOptions: Sendable {
    /// The module that the source is compiled in.
    package var module: String
    /// What the files' first line names as their origin.
    package var source: String
    package var access: AccessLevel
    package var emit: Set<ClientPart>
    /// The module that has the types, where this one only has another part.
    package var typesModule: String?

    package init(
        module: String, source: String, access: AccessLevel = .public, emit: Set<ClientPart> = [.types, .client],
        typesModule: String? = nil
    ) {
        self.module = module
        self.source = source
        self.access = access
        self.emit = emit
        self.typesModule = typesModule
    }

    /// What the names of the protocol, the client and the server begin with: the module's name without `API`.
    var prefix: String {
        let name = typesModule ?? module
        return name.hasSuffix("API") && name.count > 3 ? String(name.dropLast(3)) : name
    }
}

/// Who may use the generated declarations.
package enum AccessLevel: String, Sendable, CaseIterable {
    case `public`
    case package
    case `internal`
}

/// A file of a client. The raw value ends the file's name, in lower case.
package enum ClientPart: String, Sendable, CaseIterable {
    case types
    case client
    case server

    var suffix: String {
        switch self {
        case .types: "Types"
        case .client: "Client"
        case .server: "Server"
        }
    }
}

/// A file of generated source.
package struct GeneratedFile: Sendable {
    package let name: String
    package let text: String
}
