import KurusCommandLine
import KurusReference
import SpecDiagnostics
import SpecDiff

/// `kurus explain`: prints the meaning of ids, from the tables of `kurus help`.
struct ExplainCommand: Command {
    private let entries: [Entry]
    private let context: CommandContext

    init(_ arguments: ParsedArguments, _ context: CommandContext) throws(UsageError) {
        guard !arguments.operands.isEmpty else { throw UsageError("an ID is needed", in: Self.definition) }
        var entries: [Entry] = []
        for id in arguments.operands { entries.append(try Entry(id: id)) }
        self.entries = entries
        self.context = context
    }

    func run() -> ExitStatus {
        context.output(entries.map(\.text).joined(separator: "\n"))
        return .done
    }

    /// The entry of an id. A test ensures that no diagnostic has a rule's id.
    private enum Entry {
        case diagnostic(DiagnosticEntry)
        case rule(Rule)

        init(id: String) throws(UsageError) {
            if let entry = DiagnosticEntry.all.first(where: { $0.id.rawValue == id }) {
                self = .diagnostic(entry)
            } else if let rule = Rule.byID[id] {
                self = .rule(rule)
            } else {
                throw UsageError(
                    "no diagnostic and no rule has the id '\(id)'", didYouMean: id,
                    among: DiagnosticEntry.all.map(\.id.rawValue) + Rule.all.map(\.id), in: ExplainCommand.definition)
            }
        }

        var text: String {
            ManualPage(of: topic).text
        }

        private var topic: HelpTopic {
            switch self {
            case .diagnostic(let entry):
                HelpTopic(
                    name: entry.id.rawValue, summary: "a diagnostic",
                    parts: [
                        .heading("Meaning"), .paragraph(entry.summary), .heading("What to do"),
                        .paragraph(entry.remedy),
                    ])
            case .rule(let rule):
                HelpTopic(
                    name: rule.id, summary: "a rule of kurus diff",
                    parts: [
                        .heading("Meaning"), .paragraph(rule.summary.capitalizedFirst + "."), .heading("On the wire"),
                        .paragraph(rule.wireText), .heading("The reverse"), .paragraph(rule.mirrorText),
                    ])
            }
        }
    }

    static let definition = CommandDefinition(
        name: "explain",
        summary: "explain the id of a diagnostic or of a rule",
        synopses: ["kurus explain ID..."],
        paragraphs: [
            "Prints the meaning of the diagnostics and rules with these ids. A diagnostic's id is in brackets at the "
                + "end of its first line; its explanation includes a remedy. A rule's id is in brackets beside a "
                + "change of kurus diff; its explanation includes its level on the wire and the rule of the reverse "
                + "change.",
            "'kurus help diagnostics' and 'kurus help rules' list all ids.",
        ],
        exitStatuses: [
            (.done, "Every ID is explained."),
            (.usage, "The command line is wrong, or no diagnostic and no rule has an ID."),
        ],
        examples: [
            ("kurus explain dangling-reference", "Explain a diagnostic."),
            ("kurus explain request-body-became-required", "Explain a rule of kurus diff."),
        ])
}

extension Rule {
    fileprivate var wireText: String {
        let meaning =
            switch wire {
            case .none: "nothing is different."
            case .info: "something is new or allowed, and existing clients keep working."
            case .warning: "a request may be refused, or an answer may mean something else."
            case .breaking: "a request is refused, or an answer is read as something else."
            }
        let urgency = isUrgent ? " It is shown before all other changes." : ""
        return "\(wire.word): \(meaning)\(urgency)"
    }

    fileprivate var mirrorText: String {
        if mirror == id { return "This rule, since the reverse is a change of the same kind." }
        return Rule.byID[mirror].map { "\($0.id) (\($0.wire.word)): \($0.summary)." } ?? mirror
    }
}

extension String {
    /// The text with a capital first letter. Code in backticks is not changed.
    fileprivate var capitalizedFirst: String {
        prefix(1).uppercased() + dropFirst()
    }
}
