/// The manual page of a command, 80 columns wide.
package struct ManualPage {
    package private(set) var text = ""

    package init(of command: CommandDefinition, in program: Program) {
        section("NAME", ["\(program.name) \(command.name) - \(command.summary)"])
        lines("SYNOPSIS", command.synopses)
        section("DESCRIPTION", command.paragraphs)
        entries("OPTIONS", command.options.map { ($0.spelling, $0.text) })
        entries("EXIT STATUS", command.exitStatuses.map { (String($0.status.code), $0.text) })
        entries("EXAMPLES", command.examples.map { ($0.command, $0.text) })
        entries("ENVIRONMENT", command.environment.map { ($0.name, $0.text) })
        entries("FILES", command.files.map { ($0.name, $0.text) })
    }

    /// Makes the page of the program.
    package init(of program: Program) {
        section("NAME", ["\(program.name) - \(program.summary)"])
        lines("SYNOPSIS", program.synopses)
        entries("COMMANDS", program.commands.map { ($0.name, $0.summary) } + [("help", "print a manual page")])
        entries("TOPICS", program.topics.map { ($0.name, $0.summary) })
        entries(
            "OPTIONS",
            [("--help, -h", "Print this page, or that of a command."), ("--version", "Print the version.")])
        section(
            "DESCRIPTION",
            program.paragraphs + ["'\(program.name) help COMMAND' describes a command."])
    }

    /// Makes the page of a topic.
    package init(of topic: HelpTopic) {
        section("NAME", ["\(topic.name) - \(topic.summary)"])
        if case .heading = topic.parts.first {} else { open("DESCRIPTION") }
        // A blank line precedes every part except one after a heading.
        var separator = ""
        for part in topic.parts {
            switch part {
            case .heading(let title): open(title.uppercased())
            case .paragraph(let paragraph): text += separator + Self.filled(paragraph, indentation: 4)
            case .entries(let entries): text += separator + Self.lines(of: entries).joined(separator: "\n")
            }
            if case .heading = part { separator = "" } else { separator = "\n" }
        }
    }

    /// Formats names that may be longer than a line, each with its text below.
    private static func lines(of entries: [(name: String, text: String)]) -> [String] {
        entries.map { filled($0.name, indentation: 4) + filled($0.text, indentation: 8) }
    }

    private mutating func section(_ title: String, _ paragraphs: [String]) {
        open(title)
        text += paragraphs.map { Self.filled($0, indentation: 4) }.joined(separator: "\n")
    }

    private mutating func lines(_ title: String, _ lines: [String]) {
        open(title)
        for line in lines { text += "    " + line + "\n" }
    }

    private mutating func entries(_ title: String, _ entries: [(name: String, text: String)]) {
        guard !entries.isEmpty else { return }
        open(title)
        text += entries.map { entry in
            // A short name shares the first line of its text.
            let margin = "    " + entry.name
            return margin.count < 8
                ? margin + Self.filled(entry.text, indentation: 8).dropFirst(margin.count)
                : margin + "\n" + Self.filled(entry.text, indentation: 8)
        }.joined(separator: entries.allSatisfy { $0.name.count < 4 } ? "" : "\n")
    }

    private mutating func open(_ title: String) {
        text += (text.isEmpty ? "" : "\n") + title + "\n"
    }

    private static func filled(_ text: String, indentation: Int) -> String {
        let margin = String(repeating: " ", count: indentation)
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= 80 {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(margin + word)
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// A page of `help` about a subject other than a command.
package struct HelpTopic: Sendable {
    package enum Part: Sendable {
        case heading(String)
        case paragraph(String)
        case entries([(name: String, text: String)])
    }

    /// The argument of `help`.
    package let name: String
    package let summary: String
    package let parts: [Part]

    package init(name: String, summary: String, parts: [Part]) {
        self.name = name
        self.summary = summary
        self.parts = parts
    }
}
