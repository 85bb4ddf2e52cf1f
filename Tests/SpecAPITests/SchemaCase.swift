/// Schemas of components, and what one named `X` comes to.
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
