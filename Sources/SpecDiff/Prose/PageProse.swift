package import SourceText
import SpecDiagnostics

/// The text of pages around their documents.
package enum PageProse {
    /// What reads differently in the pages of two sides, in the order of the revision's pages; pages that only the base
    /// has come last.
    ///
    /// The pages are paired first, so that a renamed page is no change. Text is compared block by block: headings,
    /// paragraphs, list items, rows of tables, blocks of code. A page that one side lacks is one change. A `.json` file
    /// has no text.
    package static func changes(from base: [SourceFile], to revision: [SourceFile]) -> [ProseChange] {
        let base = base.filter(\.isMarkdown)
        let revision = revision.filter(\.isMarkdown)
        // A document alone beside a page with the same document: that the text is missing is no news.
        guard !base.isEmpty, !revision.isEmpty else { return [] }
        return PagePairing(base, revision).pairs.flatMap { pair -> [ProseChange] in
            switch pair {
            case .both(let base, let revision): changes(from: PageText(base), to: PageText(revision))
            case .base(let page): PageText(page).asChange.map { [$0.removed] } ?? []
            case .revision(let page): PageText(page).asChange.map { [$0.added] } ?? []
            }
        }
    }

    private static func changes(from base: PageText, to revision: PageText) -> [ProseChange] {
        BlockAlignment(base.blocks, revision.blocks).steps.compactMap { step in
            switch step {
            case .pair(let was, let now): was.change(to: now, in: revision.name)
            case .removed(let block): block.occurrence(in: base.name)?.removed
            case .added(let block): block.occurrence(in: revision.name)?.added
            }
        }
    }
}

/// A text that one side has.
private struct ProseOccurrence {
    let subject: String
    let text: String
    let location: SourceLocation

    var removed: ProseChange {
        ProseChange(subject: subject, was: text, now: nil, base: location, revision: nil)
    }

    var added: ProseChange {
        ProseChange(subject: subject, was: nil, now: text, base: nil, revision: location)
    }
}

extension PageText {
    /// The page as a whole, by its first words; nil when it has no text.
    fileprivate var asChange: ProseOccurrence? {
        blocks.first { $0.kind != .document }.map {
            ProseOccurrence(subject: "page \(name)", text: $0.text, location: $0.location)
        }
    }
}

extension TextBlock {
    /// Nil for a document, which is no text.
    fileprivate func occurrence(in page: String) -> ProseOccurrence? {
        kind == .document
            ? nil : ProseOccurrence(subject: subject(in: page), text: text, location: location)
    }

    /// Nil when both read the same.
    fileprivate func change(to now: TextBlock, in page: String) -> ProseChange? {
        guard text != now.text else { return nil }
        let (old, new) = kind == .code ? LinesThatDiffer.cut(self, now) : (self, now)
        return ProseChange(
            subject: now.subject(in: page), was: old.textIfAny, now: new.textIfAny, base: old.location,
            revision: new.location)
    }

    private var textIfAny: String? {
        text.isEmpty ? nil : text
    }

    private func subject(in page: String) -> String {
        guard kind != .heading, let section else { return "\(kind.word) of \(page)" }
        return "\(kind.word) under `\(section)` of \(page)"
    }
}

extension SourceFile {
    var isMarkdown: Bool {
        !path.lowercased().hasSuffix(".json")
    }
}
