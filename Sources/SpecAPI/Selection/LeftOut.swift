/// An operation, named as the specification does: by its path and its method (OpenAPI 3.0.3, §4.7.9).
package struct OperationKey: Hashable, Sendable {
    package let path: String
    /// The method in lowercase, as the field of the path item is named.
    package let method: String

    package init(path: String, method: String) {
        self.path = path
        self.method = method
    }

    /// The operation as messages and kurus.json write it: `POST /v1/files`.
    package var text: String {
        "\(method.uppercased()) \(path)"
    }
}

/// The parts of an API that are not resolved, because of mistakes or because kurus.json leaves them out.
package struct LeftOut: Equatable, Sendable {
    package var operations: Set<OperationKey>
    /// The names of component schemas.
    package var schemas: Set<String>

    package init(operations: Set<OperationKey> = [], schemas: Set<String> = []) {
        self.operations = operations
        self.schemas = schemas
    }
}
