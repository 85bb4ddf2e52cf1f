import SourceText
import SpecDiagnostics
import SpecDiff

extension HTMLReport {
    mutating func section(_ group: ChangeGroup, of shown: ShownReport) -> HTML {
        section(group.kind.rawValue, group.title, of: shown, group.changes.map { item($0, of: shown) })
    }

    private mutating func item(_ change: ShownChange, of shown: ShownReport) -> HTML {
        let id = id(of: change, in: shown)
        return """
            <article class="item \(change.change.level.word)" id="\(id)">\(Self.levels(of: change.change))\
            \(heading(.sentence(change.headline)))\(Self.rule(of: change, link: "#" + id))\(Self.values(of: change))\
            \(details(of: change))</article>

            """
    }

    private static func levels(of change: Change) -> HTML {
        let accepted: HTML = change.accepted == nil ? "" : "<span class=\"level\">accepted</span>"
        return """
            <p class="levels">\(level("wire", change.wire))\(level("source", change.source))\(accepted)</p>

            """
    }

    private static func level(_ verdict: String, _ level: ChangeLevel) -> HTML {
        "<span class=\"level \(level.word)\">\(verdict) \(level.word)</span>"
    }

    private static func rule(of shown: ShownChange, link: String) -> HTML {
        let direction = shown.change.direction.map { " · \($0.rawValue)" } ?? ""
        return """
            <p class="rule"><code>\(shown.change.rule)</code>\(direction) · id \
            <a href="\(link)"><code>\(shown.fingerprint)</code></a></p>

            """
    }

    private static func values(of change: ShownChange) -> HTML {
        func shown(_ value: String) -> String { value.isEmpty ? "(empty)" : value }
        let was: HTML? = change.was.map { "was <del><code>\(shown($0))</code></del>" }
        let now: HTML? = change.now.map { "now <ins><code>\(shown($0))</code></ins>" }
        guard was != nil || now != nil else { return "" }
        let comma: HTML = was != nil && now != nil ? ", " : ""
        return "<p class=\"values\">\(was ?? "")\(comma)\(now ?? "")</p>\n"
    }

    private mutating func details(of shown: ShownChange) -> HTML {
        let change = shown.change
        var rows: [HTML] = []
        for (name, place) in [("Base", change.base), ("Revision", change.revision)] {
            if let place { rows.append(Self.row(name, excerpt(place.location))) }
        }
        if !change.operations.isEmpty { rows.append(Self.row("Operations", Self.operations(change.operations))) }
        if !change.declarations.isEmpty {
            rows.append(Self.row("Swift", "\(shown.declarations.map(Self.declaration))"))
        }
        if !change.notes.isEmpty {
            let notes: [HTML] = change.notes.map { "<p>\(.sentence($0))</p>\n" }
            rows.append(Self.row("Notes", "\(notes)"))
        }
        if let accepted = change.accepted {
            rows.append(Self.row("Accepted", "until \(accepted.expires): \(accepted.reason)"))
        }
        return rows.isEmpty ? "" : "<dl>\(rows)</dl>\n"
    }

    private static func row(_ name: String, _ content: HTML) -> HTML {
        "<dt>\(name)</dt><dd>\(content)</dd>\n"
    }

    /// All operations; many are collapsed below their number.
    private static func operations(_ operations: [String]) -> HTML {
        let items: [HTML] = operations.map { "<li><code>\($0)</code></li>" }
        guard operations.count > 3 else { return "<ul>\(items)</ul>" }
        return "<details><summary>\(operations.count) operations</summary><ul>\(items)</ul></details>"
    }

    private static func declaration(_ shown: ShownDeclaration) -> HTML {
        let level = shown.declaration.level.word
        let effect: HTML = shown.effect.map { " \(.sentence($0))" } ?? ""
        let lines = HTMLCode.lines(of: shown)
        let code: HTML = lines.isEmpty ? "" : "<pre>\(lines)</pre>\n"
        return """
            <div class="declaration"><p><code>\(shown.declaration.name)</code> \
            <span class="level \(level)">\(level)</span>\(effect)</p>
            \(code)</div>

            """
    }
}

/// Lines of Swift code with the words set off that differ between them.
private enum HTMLCode {
    static func lines(of declaration: ShownDeclaration) -> [HTML] {
        let lines = declaration.lines
        let words = lines.count == 2 ? WordDiff(from: lines[0].code, to: lines[1].code).parts : []
        // Completely different lines have no words set off.
        let isRewritten = !words.contains { if case .same = $0 { true } else { false } }
        return lines.map { mark, code in
            let text: HTML = isRewritten ? "\(code)" : "\(words.compactMap { fragment($0, on: mark) })"
            return switch mark {
            case .removed: "<del>\(mark.rawValue)\(text)</del>"
            case .added: "<ins>\(mark.rawValue)\(text)</ins>"
            case .kept: "<span>\(mark.rawValue)\(text)</span>"
            }
        }
    }

    private static func fragment(_ part: WordDiff.Part, on mark: ShownDeclaration.Mark) -> HTML? {
        switch (part, mark) {
        case (.same(let text), _): "\(text)"
        case (.removed(let text), .removed), (.added(let text), .added): "<b>\(text)</b>"
        default: nil
        }
    }
}
