import KurusCommandLine
import KurusReference

extension HelpTopic {
    /// The pages of reference, as `kurus help TOPIC` prints them.
    static let ofKurus: [HelpTopic] = ReferencePage.all.map(HelpTopic.init)

    private init(_ page: ReferencePage) {
        self.init(name: page.topic, summary: page.summary.decapitalized, parts: page.parts.map(Part.init))
    }
}

extension HelpTopic.Part {
    fileprivate init(_ part: ReferencePage.Part) {
        switch part {
        case .heading(let title): self = .heading(title)
        case .paragraph(let text): self = .paragraph(text)
        case .table(let table):
            self = .entries(
                table.rows.map { row in
                    (name: (row.first ?? "").replacing("`", with: ""), text: table.text(of: row))
                })
        }
    }
}

extension String {
    /// A sentence as the summary of a manual page, which goes on behind a dash.
    fileprivate var decapitalized: String {
        prefix(1).lowercased() + dropFirst()
    }
}
