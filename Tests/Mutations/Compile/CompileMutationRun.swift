import ClientGenerator
import ClientVerification
import Foundation
import KurusJSON
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPipeline

/// Mutates small documents, and type-checks whatever is generated, many documents in one module: each in an enum of its
/// own, so that one run of the compiler does for all.
struct CompileMutationRun {
    private let arguments: MutationArguments
    /// The documents of one run of the compiler: many share what a run costs, and few are lost at a failure.
    private static let batch = 100
    private let watchdog = Watchdog(limit: .seconds(120))

    init(_ arguments: MutationArguments) {
        self.arguments = arguments
    }

    /// Whether everything that was generated compiles.
    func run() -> Bool {
        let documents = Self.documents(in: arguments.documents)
        guard !documents.isEmpty else {
            print("no documents in \(arguments.documents.joined(separator: ", "))")
            return false
        }
        print("seed \(arguments.seed), \(arguments.seconds) s, \(documents.count) documents")
        let end = ContinuousClock.now + .seconds(arguments.seconds)
        var (number, compiled) = (arguments.first, 0)
        while number - arguments.first < arguments.cases, ContinuousClock.now < end {
            let last = number + min(Self.batch, arguments.cases - (number - arguments.first))
            let clients = (number..<last).compactMap { client(of: documents, $0) }
            guard clients.isEmpty || isCompilable(clients) else { return false }
            compiled += clients.count
            number = last
        }
        print("\(number - arguments.first) documents, \(compiled) of them generated, and all of these compile")
        return true
    }

    /// The documents in JSON, in the order of their paths.
    private static func documents(in paths: [String]) -> [[UInt8]] {
        paths.flatMap { path in
            let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
            let inputs = names.sorted().filter { $0.hasSuffix(".json") }.map { "\(path)/\($0)" }
            return (inputs.isEmpty ? [path] : inputs).compactMap { FileManager.default.contents(atPath: $0) }
                .map { [UInt8]($0) }.filter { bytes in
                    let root = try? JSONReader.read(JSONValue.self, from: bytes)
                    guard case .object(let object)? = root else { return false }
                    return object.members.contains { $0.name == "openapi" }
                }
        }
    }

    /// The source of a mutated document's client and server; nil where it is refused.
    private func client(of documents: [[UInt8]], _ number: Int) -> WrappedClient? {
        watchdog.begin("compile --seed \(arguments.seed) --first \(number)")
        defer { watchdog.end() }
        var mutator = TextMutator(seed: arguments.seed &+ UInt64(number) &* 0x9E37_79B9)
        var bytes = mutator.pick(documents)
        for _ in 0..<Int.random(in: 1...3, using: &mutator.random) {
            var changes = StructureMutator(random: mutator.random)
            bytes = changes.mutated(bytes) ?? bytes
            mutator.random = changes.random
        }
        let path = "\(arguments.caseFolder)/\(number).json"
        let pipeline = ClientPipeline(
            pages: [ClientPipeline.PageText(file: SourceFile(path: path, bytes: bytes), mayBeProse: false)],
            overlays: [], resolveOptions: ResolveOptions(),
            clientOptions: ClientOptions(
                module: "MutantAPI", source: "mutants", emit: Set(ClientPart.allCases)),
            choice: .usable, place: .none)
        return pipeline.read(.generating).client().map { WrappedClient($0, name: "Document\(number)", bytes) }
    }

    private func isCompilable(_ clients: [WrappedClient]) -> Bool {
        let module = ClientVerifier.Module(
            name: "Mutants", files: clients.map { ("\($0.name).swift", $0.text) })
        let verifier = ClientVerifier(
            program: CommandLine.arguments[0], workingDirectory: FileManager.default.currentDirectoryPath,
            environment: ProcessInfo.processInfo.environment)
        do throws(VerificationFailure) {
            guard let problem = try verifier.problems(of: [module], options: ["-warnings-as-errors"])["Mutants"] else {
                return true
            }
            report(problem, clients)
        } catch {
            print("FAILED: \(error.reason)")
        }
        return false
    }

    /// Prints the first errors, and keeps the documents that have any.
    private func report(_ problem: String, _ clients: [WrappedClient]) {
        let lines = problem.split(whereSeparator: \.isNewline).filter { $0.contains(": error:") }
        print("FAILED: \(lines.isEmpty ? problem : lines.prefix(20).joined(separator: "\n"))")
        try? FileManager.default.createDirectory(atPath: arguments.caseFolder, withIntermediateDirectories: true)
        for client in clients where lines.contains(where: { $0.hasPrefix(client.name + ".swift") }) {
            let path = "\(arguments.caseFolder)/\(client.name)"
            try? Data(client.document).write(to: URL(filePath: path + ".json"))
            try? Data(client.text.utf8).write(to: URL(filePath: path + ".swift"))
            let number = client.name.filter(\.isNumber)
            print("repeat: SpecMutations compile --seed \(arguments.seed) --first \(number) --cases 1")
        }
    }
}
