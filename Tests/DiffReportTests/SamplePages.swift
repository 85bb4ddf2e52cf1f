import DiffReport
import Foundation
import SourceText
import SpecDiagnostics
import SpecDiff
import SpecTestSupport
import SpecTree
import Testing

/// Two versions of a page with its document on one line, and locations in them.
struct SamplePages {
    let base: SourceFile
    let revision: SourceFile

    init() throws {
        let pages = try #require(Fixture.all(in: "Diff/Report").first { $0.name == "pages" }).inputs()
        base = SourceFile(path: "main:specs/iyzico/mass-payout-initialize.md", bytes: try #require(pages.first).bytes)
        revision = SourceFile(path: "specs/iyzico/mass-payout-initialize.md", bytes: try #require(pages.last).bytes)
    }

    /// The place that `▲` marks in a piece of the base, which the page holds once.
    func base(_ marked: String, in pointer: String) throws -> ChangeLocation {
        try place(marked, of: base, in: pointer)
    }

    func revision(_ marked: String, in pointer: String) throws -> ChangeLocation {
        try place(marked, of: revision, in: pointer)
    }

    private func place(_ marked: String, of file: SourceFile, in pointer: String) throws -> ChangeLocation {
        let piece = MarkedText(marked)
        let text = String(decoding: file.bytes, as: UTF8.self)
        let ranges = text.ranges(of: piece.text)
        try #require(ranges.count == 1, "\(piece.text) stands \(ranges.count) times in \(file.path)")
        let start = text.utf8.distance(from: text.startIndex, to: try #require(ranges.first).lowerBound)
        let offset = start + (piece.offsets.first ?? 0)
        var place = ChangeLocation(SourceLocation(file: file, offset: offset))
        place.pointer = try #require(JSONPointer(pointer))
        return place
    }
}
