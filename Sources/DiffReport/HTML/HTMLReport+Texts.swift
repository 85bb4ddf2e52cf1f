import SourceText
import SpecDiagnostics
import SpecDiff

extension HTMLReport {
    /// The number of scalars that are shown around a location.
    private static let excerptWidth = 94

    /// A location, and its line with the word there marked.
    mutating func excerpt(_ location: SourceLocation) -> HTML {
        let excerpt = Excerpt(
            around: location.offset, in: indexes[location.file], width: Self.excerptWidth)
        let token = Self.token(in: excerpt.after)
        let before = String(excerpt.before.drop { $0 == " " || $0 == "\t" })
        let after = String(excerpt.after.dropFirst(token.count))
        return """
            \(place(location))<pre>\(before)<mark>\(token.isEmpty ? " " : String(token))</mark>\(after)</pre>

            """
    }

    private mutating func place(_ location: SourceLocation) -> HTML {
        "<code class=\"place\">\(PlaceText.text(of: location, &indexes))</code>"
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

    mutating func samples(_ shown: ShownReport) -> HTML {
        let sections = shown.samples.map { group in
            section("samples-\(group.since.rawValue)", group.title, of: shown, group.samples.map { item($0) })
        }
        return "\(sections)"
    }

    private mutating func item(_ sample: SampleFinding) -> HTML {
        let heading = heading(.sentence(Capitalized.text(sample.message)))
        return "<article class=\"item\">\(heading)\(excerpt(sample.location))</article>\n"
    }

    mutating func prose(_ shown: ShownReport) -> HTML {
        let items = shown.report.prose.map { item($0) }
        return items.isEmpty ? "" : section("texts", "Texts", of: shown, items)
    }

    private mutating func item(_ change: ProseChange) -> HTML {
        let (base, revision) = (change.base.map { place($0) }, change.revision.map { place($0) })
        let arrow: HTML = base != nil && revision != nil ? " → " : ""
        let places: HTML = (base ?? revision) == nil ? "" : "<p>\(base ?? "")\(arrow)\(revision ?? "")</p>\n"
        let lines: [HTML] = ProseLines.lines(of: change).map { "<p>\($0.map(\.html))</p>\n" }
        return """
            <article class="item">\(heading(.sentence(Capitalized.text(change.subject))))\
            \(places)<div class="prose">\(lines)</div>
            </article>

            """
    }
}

extension WordDiff.Part {
    fileprivate var html: HTML {
        switch self {
        case .same(let text): "\(text)"
        case .removed(let text): "<del>\(text)</del>"
        case .added(let text): "<ins>\(text)</ins>"
        }
    }
}
