package import SourceText
package import SpecDiagnostics

/// One resolved API: references are followed, pages merged and inherited values applied.
package struct API: Sendable {
    package var title: String
    package var version: String
    package var description: String?
    /// The servers of all documents, merged: the environments that a client can be made for.
    package var servers: [APIServerDescription]
    package var securitySchemes: [APISecurityScheme]
    /// Operations by path, then by method in the order of the specification.
    package var operations: [APIOperation]
    /// Schemas by name.
    package var schemas: [NamedSchema]
    /// The pages that were read, in the order of the input.
    package var pages: [SourceFile]

    /// The servers that callers of some operations name and that are not the client's, in the order of the operations
    /// and without duplicates.
    package var namedServers: [APIServerDescription] {
        var known = Set(servers.map(\.url))
        // A request cannot be sent to a relative URL.
        let listed = operations.flatMap(\.server.named).filter { $0.addresses.contains { $0.host != nil } }
        return listed.filter { known.insert($0.url).inserted }
    }

    package func schema(named name: String) -> APISchema? {
        schemaIndex[name].map { schemas[$0].schema }
    }

    var schemaIndex: [String: Int] = [:]
}

extension API {
    /// Returns the schema of a use, then the component schemas that its references lead to, each once.
    package func chain(of schema: APISchema) -> [APISchema] {
        var chain = [schema]
        var seen: Set<String> = []
        while let name = chain[chain.count - 1].shape.referenceName, seen.insert(name).inserted,
            let target = self.schema(named: name)
        {
            chain.append(target)
        }
        return chain
    }

    /// Returns the schema that a use leads to in the end; a reference only where it leads back to itself.
    package func resolved(_ schema: APISchema) -> APISchema {
        schema.shape.referenceName == nil ? schema : chain(of: schema).last ?? schema
    }

    /// Returns whether the use allows null: here, in the declaration of the named schema, or by one of its alternatives.
    package func isNullable(_ schema: APISchema) -> Bool {
        guard schema.shape.isReferenceOrUnion else { return schema.nullable }
        var seen: Set<String> = []
        return isNullable(schema, &seen)
    }

    private func isNullable(_ schema: APISchema, _ seen: inout Set<String>) -> Bool {
        let chain = chain(of: schema)
        if chain.contains(where: \.nullable) { return true }
        guard case .union(let union)? = chain.last?.shape else { return false }
        for name in chain.compactMap(\.shape.referenceName) where !seen.insert(name).inserted { return false }
        for alternative in union.alternatives where isNullable(alternative.schema, &seen) { return true }
        return false
    }
}

/// A schema of `components`.
package struct NamedSchema: Sendable {
    package var name: String
    /// The location of the name.
    package var location: SourceLocation
    package var schema: APISchema
}

/// A Server Object whose variables are all declared.
package struct APIServerDescription: Sendable {
    package struct Variable: Sendable {
        package var name: String
        package var location: SourceLocation
        /// Nil where a caller has to give the value.
        package var defaultValue: String?
        package var allowedValues: [String]
        package var description: String?
    }

    package var location: SourceLocation
    package var url: String
    /// The name that kurus.json gives it.
    package var name: String?
    package var description: String?
    /// The variables in the order of the URL.
    package var variables: [Variable]
}

/// A security scheme of `components`.
package struct APISecurityScheme: Sendable {
    package enum Kind: Sendable {
        case apiKey(place: String, name: String)
        case http(scheme: String)
        case oauth2
        case openIDConnect(url: String)
        case mutualTLS
    }

    package var name: String
    package var location: SourceLocation
    package var kind: Kind
    package var description: String?
}

/// One way to satisfy a security requirement: all of its schemes together, with their scopes.
package struct APISecurityRequirement: Sendable, Hashable {
    package struct Scheme: Sendable, Hashable {
        package var name: String
        package var scopes: [String]
    }

    package var schemes: [Scheme]
}
