import SpecPipeline
import Foundation
import KurusJSON
import SourceText
import SpecDiagnostics
import SpecDiff

/// Edits documents at random and compares them with the originals, until the time is up, or too many cases failed.
struct DiffMutationRun {
    private let arguments: MutationArguments
    private let watchdog: Watchdog

    init(_ arguments: MutationArguments) {
        self.arguments = arguments
        watchdog = Watchdog(limit: .seconds(60))
    }

    /// Whether all cases went well.
    func run() -> Bool {
        let documents = MutatedDocument.all(in: arguments.documents)
        guard !documents.isEmpty else {
            print("no documents in \(arguments.documents.joined(separator: ", "))")
            return false
        }
        print("seed \(arguments.seed), \(arguments.seconds) s, \(documents.count) documents")
        let problems = documents.compactMap(Self.problemWithItself)
        problems.forEach { print("FAILED: \($0)") }
        return runCases(documents) && problems.isEmpty
    }

    /// A document against itself reports nothing.
    private static func problemWithItself(_ document: MutatedDocument) -> String? {
        let copy = MutatedDocument.side(of: document.root, named: "revision.json")
        let report = APIComparison(from: document.side, to: copy, options: DiffOptions(today: "2030-01-01"))
        guard report.changes.isEmpty, report.prose.isEmpty, !report.samples.contains(where: { $0.since == .revision })
        else {
            return "\(document.name) against itself: \(report.changes.map(\.message) + report.prose.map(\.subject))"
        }
        return nil
    }

    private func runCases(_ documents: [MutatedDocument]) -> Bool {
        let end = ContinuousClock.now + .seconds(arguments.seconds)
        var (number, edits, failures) = (arguments.first, 0, 0)
        while ContinuousClock.now < end, number - arguments.first < arguments.cases, failures < arguments.failures {
            let seed = arguments.seed &+ UInt64(number) &* 0x9E37_79B9
            let document = documents[Int(seed % UInt64(documents.count))]
            var editor = DocumentEditor(document, seed: seed)
            if let edit = editor.edit() {
                edits += 1
                if !passes(document, edit, number) { failures += 1 }
            }
            number += 1
        }
        print("\(edits) edits, \(failures) failures")
        return failures == 0
    }

    private func passes(_ document: MutatedDocument, _ edit: DocumentEdit, _ number: Int) -> Bool {
        keep(document, edit)
        watchdog.begin("diff --seed \(arguments.seed) --first \(number)")
        defer { watchdog.end() }
        guard let problem = DiffCase(document, edit).problem else { return true }
        print("FAILED: \(document.name)#\(edit.base): \(edit.name): \(problem)")
        print("repeat: SpecMutations diff --seed \(arguments.seed) --first \(number) --cases 1")
        return false
    }

    /// Writes the case to a file, so that a case that crashes can be examined.
    private func keep(_ document: MutatedDocument, _ edit: DocumentEdit) {
        let folder = arguments.caseFolder
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try? Data(document.side.pages.first?.bytes ?? []).write(to: URL(filePath: "\(folder)/base.json"))
        try? Data(JSONWriter.bytes(of: edit.result)).write(to: URL(filePath: "\(folder)/revision.json"))
        try? Data("\(edit.name) at \(edit.base)\n".utf8).write(to: URL(filePath: "\(folder)/edit.txt"))
    }
}
