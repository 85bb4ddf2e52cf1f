/// A page of `help` that is about a subject rather than a command.
package struct HelpTopic: Sendable {
    package enum Part: Sendable {
        case heading(String)
        case paragraph(String)
        case entries([(name: String, text: String)])
    }

    /// The word behind `help`.
    package let name: String
    package let summary: String
    package let parts: [Part]

    package init(name: String, summary: String, parts: [Part]) {
        self.name = name
        self.summary = summary
        self.parts = parts
    }
}
