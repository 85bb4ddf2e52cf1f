/// Component schemas, and the resolved form of the one named `X`.
struct SchemaCase: CustomStringConvertible {
    let description: String
    let schemas: String
    let shape: String
    let messages: [String]

    init(_ description: String, _ schemas: String, _ shape: String, _ messages: [String] = []) {
        self.description = description
        self.schemas = schemas
        self.shape = shape
        self.messages = messages
    }
}
