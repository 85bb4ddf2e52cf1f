import ClientGenerator
import Foundation
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import SpecTestSupport

/// Runs cases until the time is up, or one fails.
struct MutationRun {
    private let arguments: MutationArguments
    private let providers: [Provider]
    private let watchdog = Watchdog(limit: .seconds(5))

    init(_ arguments: MutationArguments) {
        self.arguments = arguments
        providers = Provider.all(in: arguments.specs)
    }

    /// Whether all cases went well.
    func run() -> Bool {
        guard !providers.isEmpty else {
            print("no pages in \(arguments.specs)")
            return false
        }
        print("seed \(arguments.seed), \(arguments.seconds) s")
        var tally = Tally()
        let end = ContinuousClock.now + .seconds(arguments.seconds)
        var number = arguments.first
        while ContinuousClock.now < end, number - arguments.first < arguments.cases {
            let mutant = MutationCase(providers, seed: arguments.seed &+ UInt64(number) &* 0x9E37_79B9)
            mutant.keep(in: arguments.caseFolder)
            watchdog.begin("seed \(arguments.seed) --first \(number)")
            let (client, problem) = mutant.run(&tally)
            watchdog.end()
            if let client, let folder = arguments.clientFolder { keep(client, in: "\(folder)/\(number)") }
            if let problem {
                print("FAILED: \(problem)\nrepeat: SpecMutations --seed \(arguments.seed) --first \(number) --cases 1")
                print("the mutated pages: \(arguments.caseFolder)")
                return false
            }
            number += 1
        }
        print(tally.text)
        return true
    }

    private func keep(_ client: GeneratedClient, in folder: String) {
        try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for file in client.files {
            try? Data(file.text.utf8).write(to: URL(filePath: "\(folder)/\(file.name)"))
        }
    }
}

/// The results of the cases.
struct Tally {
    var accepted = 0
    var refused: [DiagnosticID: Int] = [:]
    var slowest = Duration.zero

    var text: String {
        let counts = refused.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
        let ids = counts.map { "\($0.key.rawValue) \($0.value)" }.joined(separator: ", ")
        let milliseconds = Int((slowest / .milliseconds(1)).rounded())
        return "\(accepted) cases gave files; others ended first with \(ids); the slowest took \(milliseconds) ms"
    }
}

/// One input with random changes.
private struct MutationCase {
    private let pages: [SourceFile]
    private let overlays: [SourceFile]

    init(_ providers: [Provider], seed: UInt64) {
        var mutator = TextMutator(seed: seed)
        let provider = mutator.pick(providers)
        let isAlone = mutator.oneIn(2)
        let mutated = mutator.pick(provider.pages)
        let pages = isAlone ? [mutated] : provider.pages
        // An overlay of all pages matches too little on one of them.
        let overlays = isAlone ? [] : provider.overlays
        let mutatesOverlay = !overlays.isEmpty && mutator.oneIn(6)
        self.pages = pages.map { page in
            page == mutated && !mutatesOverlay
                ? SourceFile(path: page.path, bytes: mutator.mutated(page.bytes, isPage: true)) : page
        }
        self.overlays = overlays.map { overlay in
            mutatesOverlay
                ? SourceFile(path: overlay.path, bytes: mutator.mutated(overlay.bytes, isPage: false)) : overlay
        }
    }

    /// The client, if there is one, and the problem; nil without one.
    func run(_ tally: inout Tally) -> (client: GeneratedClient?, problem: String?) {
        let start = ContinuousClock.now
        let reading = pipeline.read(.generating)
        let diagnostics = reading.clientDiagnostics
        let client = reading.client()
        let text = diagnostics.text
        tally.slowest = max(tally.slowest, ContinuousClock.now - start)
        guard let client else {
            guard let error = diagnostics.all.first(where: { $0.severity == .error }) else {
                return (nil, "neither files nor an error")
            }
            tally.refused[error.id, default: 0] += 1
            return (nil, text.isEmpty ? "an error without a text" : nil)
        }
        if diagnostics.hasErrors { return (client, "files beside an error") }
        if client.files.contains(where: { !$0.text.hasSuffix("\n") }) { return (client, "a file without an end") }
        tally.accepted += 1
        return (client, nil)
    }

    private var pipeline: ClientPipeline {
        ClientPipeline(
            pages: pages.map { ClientPipeline.PageText(file: $0, mayBeProse: true) }, overlays: overlays,
            resolveOptions: ResolveOptions(),
            clientOptions: ClientOptions(module: "MutantAPI", source: "mutants", emit: Set(ClientPart.allCases)),
            place: .none)
    }

    /// Writes the case to a file, so that a case that crashes can be examined.
    func keep(in folder: String) {
        let files = FileManager.default
        try? files.removeItem(atPath: folder)
        try? files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for file in pages + overlays {
            let name = file.path.split(separator: "/").joined(separator: "-")
            try? Data(file.bytes).write(to: URL(filePath: "\(folder)/\(name)"))
        }
    }
}
