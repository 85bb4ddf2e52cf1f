import SourceText
import SpecDiagnostics
import SpecDiff

extension HTMLReport {
    /// The number of scalars that are shown around a location.
    private static let excerptWidth = 94

    /// A location, and its line with the word there marked.
    mutating func excerpt(_ location: SourceLocation) -> [HTMLFragment] {
        let excerpt = Excerpt(
            around: location.offset, in: indexes[location.file], width: Self.excerptWidth)
        let token = Self.token(in: excerpt.after)
        return [
            place(location),
            .block(
                "pre",
                [
                    .text(String(excerpt.before.drop { $0 == " " || $0 == "\t" })),
                    .inline("mark", [.text(token.isEmpty ? " " : String(token))]),
                    .text(String(excerpt.after.dropFirst(token.count))),
                ]),
        ]
    }

    func place(_ location: SourceLocation, _ position: SourcePosition) -> HTMLFragment {
        .inline(
            "code", [.class("place")], [.text("\(location.file.path):\(position.line):\(position.column)")])
    }

    mutating func place(_ location: SourceLocation) -> HTMLFragment {
        place(location, indexes.position(of: location))
    }

    /// The string, number or word at the beginning of a text.
    private static func token(in text: String) -> Substring {
        guard text.first == "\"" else {
            let token = text.prefix { !$0.isWhitespace && !",:{}[]\"".contains($0) }
            return token.isEmpty ? text.prefix(1) : token
        }
        var isEscaped = false
        let content = text.dropFirst().prefix { character in
            defer { isEscaped = character == "\\" && !isEscaped }
            return character != "\"" || isEscaped
        }
        return text.prefix(content.count + 2)
    }

    mutating func samples(_ shown: ShownReport) -> HTMLFragment {
        shown.samples.reduce(into: .empty) { sections, group in
            let items = group.samples.map { item($0) }
            sections += section("samples-\(group.since.rawValue)", group.title, of: shown, items)
        }
    }

    private mutating func item(_ sample: SampleFinding) -> HTMLFragment {
        .block(
            "article", [.class("item")],
            [heading([.sentence(Capitalized.text(sample.message))])] + excerpt(sample.location))
    }

    mutating func prose(_ shown: ShownReport) -> HTMLFragment {
        let items = shown.report.prose.map { item($0) }
        return items.isEmpty ? .empty : section("texts", "Texts", of: shown, items)
    }

    private mutating func item(_ change: ProseChange) -> HTMLFragment {
        var places: [HTMLFragment] = []
        for location in [change.base, change.revision].compactMap(\.self) {
            if !places.isEmpty { places.append(.text(" → ")) }
            places.append(place(location))
        }
        let lines = ProseLines.lines(of: change).map { HTMLFragment.block("p", $0.map(\.html)) }
        return .block(
            "article", [.class("item")],
            [
                heading([.sentence(Capitalized.text(change.subject))]), places.isEmpty ? .empty : .block("p", places),
                .block("div", [.class("prose")], lines),
            ])
    }
}

extension WordDiff.Part {
    fileprivate var html: HTMLFragment {
        switch self {
        case .same(let text): .text(text)
        case .removed(let text): .inline("del", [.text(text)])
        case .added(let text): .inline("ins", [.text(text)])
        }
    }
}
