import SpecDiagnostics
import SpecDiff

extension HTMLReport {
    mutating func section(_ group: ChangeGroup, of shown: ShownReport) -> HTMLFragment {
        section(group.kind.rawValue, group.title, of: shown, group.changes.map { item($0, of: shown) })
    }

    private mutating func item(_ shownChange: ShownChange, of shown: ShownReport) -> HTMLFragment {
        let change = shownChange.change
        let id = id("change-" + shownChange.fingerprint, of: shown)
        return .block(
            "article", [.class("item \(change.level.word)"), HTMLAttribute("id", id)],
            [
                Self.levels(of: change), heading([.sentence(shownChange.headline)]),
                Self.rule(of: shownChange, link: "#" + id), Self.values(of: shownChange), details(of: shownChange),
            ])
    }

    private static func levels(of change: Change) -> HTMLFragment {
        var levels = [level("wire", change.wire), level("source", change.source)]
        if change.accepted != nil { levels.append(.inline("span", [.class("level")], [.text("accepted")])) }
        return .block("p", [.class("levels")], levels)
    }

    private static func level(_ verdict: String, _ level: ChangeLevel) -> HTMLFragment {
        .inline("span", [.class("level \(level.word)")], [.text("\(verdict) \(level.word)")])
    }

    private static func rule(of shown: ShownChange, link: String) -> HTMLFragment {
        let direction = shown.change.direction.map { [HTMLFragment.text(" · \($0.rawValue)")] } ?? []
        let anchor = HTMLFragment.inline("a", [HTMLAttribute("href", link)], [.code(shown.fingerprint)])
        let parts: [HTMLFragment] = [.code(shown.change.rule)] + direction + [.text(" · id "), anchor]
        return .block("p", [.class("rule")], parts)
    }

    private static func values(of change: ShownChange) -> HTMLFragment {
        let was = change.was.map { HTMLFragment.inline("del", [.code($0.isEmpty ? "(empty)" : $0)]) }
        let now = change.now.map { HTMLFragment.inline("ins", [.code($0.isEmpty ? "(empty)" : $0)]) }
        let parts: [HTMLFragment]
        switch (was, now) {
        case (nil, nil): return .empty
        case (let was?, nil): parts = [.text("was "), was]
        case (nil, let now?): parts = [.text("now "), now]
        case (let was?, let now?): parts = [.text("was "), was, .text(", now "), now]
        }
        return .block("p", [.class("values")], parts)
    }

    private mutating func details(of shown: ShownChange) -> HTMLFragment {
        let change = shown.change
        var rows: [HTMLFragment] = []
        for (name, place) in [("Base", change.base), ("Revision", change.revision)] {
            if let place { rows.append(Self.row(name, excerpt(place.location))) }
        }
        if !change.operations.isEmpty {
            rows.append(Self.row("Operations", [Self.operations(change.operations)]))
        }
        if !change.declarations.isEmpty { rows.append(Self.row("Swift", shown.declarations.map(Self.declaration))) }
        if !change.notes.isEmpty {
            rows.append(Self.row("Notes", change.notes.map { .block("p", [.sentence($0)]) }))
        }
        if let accepted = change.accepted {
            rows.append(Self.row("Accepted", [.text("until \(accepted.expires): \(accepted.reason)")]))
        }
        return rows.isEmpty ? .empty : .block("dl", rows)
    }

    private static func row(_ name: String, _ content: [HTMLFragment]) -> HTMLFragment {
        var row = HTMLFragment.inline("dt", [.text(name)])
        row += .block("dd", content)
        return row
    }

    /// All operations; many are collapsed below their number.
    private static func operations(_ operations: [String]) -> HTMLFragment {
        let list = HTMLFragment.inline("ul", operations.map { .inline("li", [.code($0)]) })
        guard operations.count > 3 else { return list }
        return .inline("details", [.inline("summary", [.text("\(operations.count) operations")]), list])
    }

    private static func declaration(_ shown: ShownDeclaration) -> HTMLFragment {
        let level = shown.declaration.level.word
        var sentence: [HTMLFragment] = [
            .code(shown.declaration.name), .text(" "), .inline("span", [.class("level \(level)")], [.text(level)]),
        ]
        if let effect = shown.effect { sentence += [.text(" "), .sentence(effect)] }
        let code = HTMLCode.lines(of: shown)
        return .block(
            "div", [.class("declaration")],
            [.block("p", sentence), code.isEmpty ? .empty : .block("pre", code)])
    }
}

/// Lines of Swift code with the words set off that differ between them.
private enum HTMLCode {
    static func lines(of declaration: ShownDeclaration) -> [HTMLFragment] {
        let lines = declaration.lines
        let words = lines.count == 2 ? WordDiff(from: lines[0].code, to: lines[1].code).parts : []
        // Completely different lines have no words set off.
        let isRewritten = !words.contains { if case .same = $0 { true } else { false } }
        return lines.map { mark, code in
            let text = isRewritten ? [.text(code)] : words.compactMap { fragment($0, on: mark) }
            let content = [.text(mark.rawValue)] + text
            return switch mark {
            case .removed: HTMLFragment.inline("del", content)
            case .added: HTMLFragment.inline("ins", content)
            case .kept: HTMLFragment.inline("span", content)
            }
        }
    }

    private static func fragment(_ part: WordDiff.Part, on mark: ShownDeclaration.Mark) -> HTMLFragment? {
        switch (part, mark) {
        case (.same(let text), _): .text(text)
        case (.removed(let text), .removed), (.added(let text), .added): .inline("b", [.text(text)])
        default: nil
        }
    }
}
