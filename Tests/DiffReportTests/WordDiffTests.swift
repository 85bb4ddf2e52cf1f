import DiffReport
import Foundation
import SeededRandom
import SpecDiff
import Testing

@Suite struct WordDiffTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let base: String
        let revision: String
        /// `[-removed-]`, `{+added+}`.
        let marked: String

        var testDescription: String { marked }
    }

    @Test(arguments: [
        Case(base: "", revision: "", marked: ""),
        Case(base: "same", revision: "same", marked: "same"),
        Case(base: "", revision: "new", marked: "{+new+}"),
        Case(base: "old", revision: "", marked: "[-old-]"),
        Case(base: "the old text", revision: "the new text", marked: "the [-old-]{+new+} text"),
        Case(base: "one two", revision: "one  two", marked: "one[- -]{+  +}two"),
        Case(base: "Ödeme İptal edildi.", revision: "Ödeme iptal edildi.", marked: "Ödeme [-İptal-]{+iptal+} edildi."),
        Case(base: "Iyzico'nun onayı", revision: "Iyzico’nun onayı", marked: "[-Iyzico'nun-]{+Iyzico’nun+} onayı"),
        Case(base: "1.250,50 TL tutar", revision: "1.250,55 TL tutar", marked: "[-1.250,50-]{+1.250,55+} TL tutar"),
        Case(base: "first.\nsecond.\n", revision: "first.\nthird.\nsecond.\n", marked: "first.\n{+third.\n+}second.\n"),
        // Composed and decomposed letters look the same; the texts are not.
        Case(base: "a caf\u{E9} b", revision: "a cafe\u{301} b", marked: "a [-caf\u{E9}-]{+cafe\u{301}+} b"),
        // A space between two changes belongs to them.
        Case(base: "keep a b keep", revision: "keep c d keep", marked: "keep [-a b-]{+c d+} keep"),
        // So do words that are shorter than what is replaced on either side of them.
        Case(
            base: "Afterwards no money moves until it is authorized.",
            revision: "Afterwards money moves at once where that is true.",
            marked: "Afterwards [-no -]money moves [-until it is authorized-]{+at once where that is true+}."),
        Case(
            base: "An old payout is made, and an old one is kept.",
            revision: "A new payout is made, and a new one is kept.",
            marked: "[-An old-]{+A new+} payout is made, and [-an old-]{+a new+} one is kept."),
        // A translation is replaced as a whole.
        Case(
            base: "The balance of the merchant.", revision: "Üye iş yerinin bakiyesi.",
            marked: "[-The balance of the merchant.-]{+Üye iş yerinin bakiyesi.+}"),
    ])
    func marksWhatIsDifferent(_ sample: Case) {
        let diff = WordDiff(from: sample.base, to: sample.revision)
        #expect(Array(diff.marked.unicodeScalars) == Array(sample.marked.unicodeScalars))
    }

    @Test func keepsEveryScalarOfRandomTexts() {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededGenerator(seed)
        for _ in 0..<2_000 {
            let base = Self.text(&random)
            let revision = Bool.random(using: &random) ? Self.text(&random) : Self.edited(base, &random)
            let diff = WordDiff(from: base, to: revision)
            #expect(Array(diff.base.utf8) == Array(base.utf8), "seed \(seed)")
            #expect(Array(diff.revision.utf8) == Array(revision.utf8), "seed \(seed)")
            #expect(diff.isTidy, "seed \(seed)")
        }
    }

    /// Little in common, and too much of it to compare everything with everything. Counts this thread's processor
    /// time: other tests run beside it.
    @Test func comparesLargeTextsInTheTimeTheyTakeToRead() {
        let base = (0..<8_000).map { "eski\($0)" }.joined(separator: " ")
        let revision = (0..<8_000).map { $0.isMultiple(of: 9) ? "eski\($0)" : "yeni\($0)" }.joined(separator: " ")
        let start = Self.processorTime
        let diff = WordDiff(from: base, to: revision)
        #expect(Self.processorTime - start < 10)
        #expect(diff.base == base)
        #expect(diff.revision == revision)
    }

    /// Seconds.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1_000_000_000
    }

    @Test func findsSingleWordsInALargeText() {
        let words = (0..<6_000).map { "kelime\($0 % 700)" }
        var edited = words
        for index in stride(from: 50, to: words.count, by: 100) { edited[index] = "değişti" }
        let diff = WordDiff(from: words.joined(separator: " "), to: edited.joined(separator: " "))
        #expect(diff.parts.count { if case .added("değişti") = $0 { true } else { false } } == 60)
    }

    private static let pieces = [
        "ödeme", "İ", "ı", "i", "I", "ğ", "ş", "e\u{301}", "\u{301}", " ", "  ", "\n", "\r\n", "\t", ".", ",", "'", "1",
        "12",
        "👩‍👩‍👧", "🇹🇷", "a", "b", "_", "\u{202E}", "\u{0}",
    ]

    private static func text(_ random: inout SeededGenerator) -> String {
        (0..<Int.random(in: 0...40, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }.joined()
    }

    private static func edited(_ text: String, _ random: inout SeededGenerator) -> String {
        String(text.filter { _ in Int.random(in: 0..<6, using: &random) > 0 }) + Self.text(&random).prefix(3)
    }
}

extension WordDiff {
    fileprivate var marked: String {
        parts.map {
            switch $0 {
            case .same(let text): text
            case .removed(let text): "[-\(text)-]"
            case .added(let text): "{+\(text)+}"
            }
        }.joined()
    }

    fileprivate var base: String {
        parts.compactMap {
            if case .same(let text) = $0 { text } else if case .removed(let text) = $0 { text } else { nil }
        }
        .joined()
    }

    fileprivate var revision: String {
        parts.compactMap {
            if case .same(let text) = $0 { text } else if case .added(let text) = $0 { text } else { nil }
        }
        .joined()
    }

    /// No part is empty, no two neighbours are of one kind, and removed parts come before added ones.
    fileprivate var isTidy: Bool {
        zip(parts, parts.dropFirst()).allSatisfy {
            switch ($0, $1) {
            case (.same, .same), (.removed, .removed), (.added, .added), (.added, .removed): false
            default: true
            }
        } && !parts.contains(.same("")) && !parts.contains(.removed("")) && !parts.contains(.added(""))
    }
}
