import SpecTree
package import SourceText
import SpecDiagnostics

/// The text of pages around their documents.
package enum PageProse {
    /// The differences between the texts of both sides, in the order of the revision's pages; pages of the base alone come
    /// last.
    ///
    /// Pages are paired first, so that a renamed page is not a change. Text is compared block by block: headings,
    /// paragraphs, list items, rows of tables, blocks of code. A page of one side is one change. A `.json` file has no
    /// text.
    package static func changes(from base: [SourceFile], to revision: [SourceFile]) -> [ProseChange] {
        let base = base.filter(\.isMarkdown)
        let revision = revision.filter(\.isMarkdown)
        // A side without pages has no text to compare.
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

/// A text of one side.
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
    /// Nil for a document, which has no text.
    fileprivate func occurrence(in page: String) -> ProseOccurrence? {
        kind == .document
            ? nil : ProseOccurrence(subject: subject(in: page), text: text, location: location)
    }

    /// Nil for equal texts.
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
        guard kind != .heading, let section else { return "\(kind.rawValue) of \(page)" }
        return "\(kind.rawValue) under `\(section)` of \(page)"
    }
}

extension SourceFile {
    var isMarkdown: Bool {
        !isJSON && !isYAML
    }
}

/// Two blocks of code without the lines that both begin and end with.
private enum LinesThatDiffer {
    static func cut(_ base: TextBlock, _ revision: TextBlock) -> (TextBlock, TextBlock) {
        let old = base.text.split(separator: "\n", omittingEmptySubsequences: false)
        let new = revision.text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = zip(old, new).prefix { $0 == $1 }.count
        let end = zip(old.dropFirst(start).reversed(), new.dropFirst(start).reversed()).prefix { $0 == $1 }.count
        return (base.keeping(start..<old.count - end, of: old), revision.keeping(start..<new.count - end, of: new))
    }
}

extension TextBlock {
    /// The block with some of its lines; without any, the location between two lines.
    fileprivate func keeping(_ range: Range<Int>, of lines: [Substring]) -> TextBlock {
        TextBlock(
            kind: kind, text: lines[range].joined(separator: "\n"),
            location: location.skippingLines(range.lowerBound), section: section)
    }
}

extension SourceLocation {
    /// The first character of a line further below, after its blanks.
    fileprivate func skippingLines(_ count: Int) -> SourceLocation {
        let lines = LineIndex(of: file)
        let line = lines.position(of: offset).line + count
        guard line <= lines.position(of: file.bytes.count).line else { return self }
        let range = lines.byteRange(ofLine: line)
        let blanks = file.bytes[range].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }.count
        return SourceLocation(file: file, offset: range.lowerBound + blanks)
    }
}
