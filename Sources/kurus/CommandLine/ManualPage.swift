/// The manual page of a command, 80 columns wide.
struct ManualPage {
    private(set) var text = ""

    init(of command: CommandDefinition) {
        section("NAME", ["kurus \(command.name) - \(command.summary)"])
        lines("SYNOPSIS", command.synopses)
        section("DESCRIPTION", command.paragraphs)
        entries("OPTIONS", command.options.map { ($0.spelling, $0.text) })
        entries("EXIT STATUS", command.exitStatuses.map { (String($0.status.rawValue), $0.text) })
        entries("EXAMPLES", command.examples.map { ($0.command, $0.text) })
        entries("FILES", command.files.map { ($0.name, $0.text) })
    }

    /// The page of kurus itself.
    static var overview: String {
        var page = ManualPage()
        page.section("NAME", ["kurus - Swift clients from the OpenAPI documents in documentation pages"])
        page.lines("SYNOPSIS", CommandDefinition.overviewSynopses)
        page.entries(
            "COMMANDS", CommandDefinition.all.map { ($0.name, $0.summary) } + [("help", "print a manual page")])
        page.entries(
            "OPTIONS",
            [("--help, -h", "Print this page, or behind a command, its."), ("--version", "Print the version.")])
        page.section(
            "DESCRIPTION",
            [
                "Options and inputs may stand in any order. An option's value is the next word, or follows an equals "
                    + "sign: --option=value. After -- every word is an input.",
                "'kurus help COMMAND' tells everything about a command.",
            ])
        return page.text
    }

    private init() {}

    private mutating func section(_ title: String, _ paragraphs: [String]) {
        open(title)
        text += paragraphs.map { Self.filled($0, indentation: 4) }.joined(separator: "\n")
    }

    private mutating func lines(_ title: String, _ lines: [String]) {
        open(title)
        for line in lines { text += "    " + line + "\n" }
    }

    private mutating func entries(_ title: String, _ entries: [(name: String, text: String)]) {
        open(title)
        text += entries.map { entry in
            // A name that leaves room stands on the first line of its text.
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
