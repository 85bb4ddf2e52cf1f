import SourceText
import SpecDiagnostics
import SpecPages
import SpecTree

/// Whether what was fetched can take the place of a page.
struct PageCheck {
    /// Nil when it can.
    private(set) var problem: String?
    /// Where its document cannot be read.
    private(set) var diagnostics = Diagnostics()

    /// - Parameter present: The page as it is here; nil for a new one.
    init(_ fetched: FetchedPage, kept: SourceFile, present: SourceFile?) {
        if kept.bytes.isEmpty {
            problem = "the answer is empty"
        } else if fetched.isHTML {
            problem = "the answer is an HTML page, perhaps one that reports an error, and not the page itself"
        } else if String(validating: kept.bytes, as: UTF8.self) == nil {
            problem = "the answer is no text in UTF-8"
        } else {
            checkDocuments(kept, present)
        }
    }

    private mutating func checkDocuments(_ kept: SourceFile, _ present: SourceFile?) {
        var known = Diagnostics()
        let before = present.map { Self.documents(in: $0, &known) } ?? []
        let after = Self.documents(in: kept, &diagnostics)
        if diagnostics.hasErrors, !known.hasErrors {
            problem = "its document can no longer be read"
        } else if after.isEmpty, !before.isEmpty {
            problem = "it no longer holds an OpenAPI document"
        } else if after.isEmpty, kept.path.lowercased().hasSuffix(".json") {
            problem = "it is no OpenAPI document"
        } else if after.isEmpty, !Self.hasHeading(kept), present.map(Self.hasHeading) ?? true {
            problem = "it holds no heading, as what reports an error does not, and no OpenAPI document"
        }
    }

    /// Whether a line is a heading, or underlines one of the first level (CommonMark §4.2, §4.3).
    private static func hasHeading(_ page: SourceFile) -> Bool {
        String(decoding: page.bytes, as: UTF8.self).split(whereSeparator: \.isNewline).contains { line in
            let marks = line.prefix { $0 == "#" }
            let rest = line.dropFirst(marks.count)
            let isMarked = (1...6).contains(marks.count) && (rest.isEmpty || rest.first == " ")
            return isMarked || line.allSatisfy { $0 == "=" }
        }
    }

    private static func documents(in file: SourceFile, _ diagnostics: inout Diagnostics) -> [PageDocument] {
        guard !file.bytes.isEmpty else { return [] }
        return Page.documents(in: file, diagnostics: &diagnostics).filter { document in
            document.root["openapi"] != nil || document.root["swagger"] != nil
        }
    }
}
