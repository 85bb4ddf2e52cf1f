import ClientGenerator
import Foundation
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import SpecTestSupport
import Testing

/// The compiler's output for every program of the table, with the base and with its revision.
///
/// Client and user are modules of two packages, as `-package-name` tells the compiler. The base is compiled once, with
/// all programs; each revision once, with the programs of its row.
struct CompilerProof: Sendable {
    /// The compiler's diagnostics of a program; empty without any.
    struct Verdict: Sendable {
        let outcome: VerdictRow.Outcome
        let text: String
    }

    private let base: [String: Verdict]
    private let revisions: [[String: Verdict]]

    func ofBase(_ program: ProofProgram) -> Verdict? { base[program.module] }

    /// - Parameter number: The number of the row.
    func ofRevision(_ number: Int, _ program: ProofProgram) -> Verdict? { revisions[number][program.module] }

    /// Made once, by whichever test asks first.
    static let all = Task { try await CompilerProof(VerdictRow.all) }

    private init(_ rows: [VerdictRow]) async throws {
        let toolchain = try Toolchain()
        let folder = FileManager.default.temporaryDirectory.appending(path: "kurus-verdicts-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let programs = rows.enumerated().map { ProofProgram.all(of: $1, number: $0) }
        let exhaustive = try ProofProgram.exhaustive()
        let jobs =
            [Job(name: "base", edits: [], programs: programs.flatMap(\.self) + [exhaustive])]
            + rows.enumerated().map { Job(name: "row\($0)", edits: $1.edits, programs: programs[$0] + [exhaustive]) }
        let verdicts = try await Self.run(jobs, toolchain, folder)
        base = verdicts["base"] ?? [:]
        revisions = rows.indices.map { verdicts["row\($0)"] ?? [:] }
    }

    private struct Job: Sendable {
        let name: String
        let edits: [(from: String, to: String)]
        let programs: [ProofProgram]
    }

    /// Two at a time, as the build has two jobs.
    private static func run(
        _ jobs: [Job], _ toolchain: Toolchain, _ folder: URL
    ) async throws -> [String: [String: Verdict]] {
        try await withThrowingTaskGroup(of: (String, [String: Verdict]).self) { group in
            var verdicts: [String: [String: Verdict]] = [:]
            for (index, job) in jobs.enumerated() {
                if index >= 2, let done = try await group.next() { verdicts[done.0] = done.1 }
                group.addTask { (job.name, try await run(job, toolchain, folder.appending(path: job.name))) }
            }
            for try await done in group { verdicts[done.0] = done.1 }
            return verdicts
        }
    }

    private static func run(_ job: Job, _ toolchain: Toolchain, _ folder: URL) async throws -> [String: Verdict] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try await compileClient(job, toolchain, folder)
        // In one file: of several, the compiler leaves the rest after the first with an error.
        let imports = "import Foundation\nimport KurusRuntime\nimport SampleAPI\n"
        let programs = imports + job.programs.map(\.source).joined()
        try Data(programs.utf8).write(to: folder.appending(path: "Programs.swift"))
        let said = try await toolchain.compile(
            [
                "-swift-version", "6", "-parse-as-library", "-typecheck", "-module-name", "User", "-package-name",
                "user",
                "-diagnostic-style", "llvm", "-I", ".", "Programs.swift",
            ], in: folder, cache: folder.deletingLastPathComponent())
        return verdicts(on: job.programs, said)
    }

    /// Other tests compile generated code as a whole: here its declarations are enough.
    private static func compileClient(_ job: Job, _ toolchain: Toolchain, _ folder: URL) async throws {
        let files = try SampleClient.source(job.edits)
        for file in files { try Data(file.text.utf8).write(to: folder.appending(path: file.name)) }
        let said = try await toolchain.compile(
            [
                "-swift-version", "6", "-parse-as-library", "-wmo", "-emit-module", "-module-name", "SampleAPI",
                "-package-name", "clients", "-Xfrontend", "-experimental-skip-all-function-bodies",
                "-emit-module-path", "SampleAPI.swiftmodule",
            ] + files.map(\.name), in: folder, cache: folder.deletingLastPathComponent())
        guard said.isEmpty else { throw Toolchain.Missing(description: "the client does not compile: \(said)") }
    }

    private static func verdicts(on programs: [ProofProgram], _ said: String) -> [String: Verdict] {
        let lines = said.split(separator: "\n").map(String.init)
        return Dictionary(
            programs.map { program in
                let own = lines.filter { $0.hasPrefix("\(program.fileName):") }
                let errors = own.filter { $0.contains(": error: ") }
                let warnings = own.filter { $0.contains(": warning: ") }
                let outcome: VerdictRow.Outcome = errors.isEmpty ? (warnings.isEmpty ? .compiles : .warns) : .fails
                return (program.module, Verdict(outcome: outcome, text: (errors + warnings).joined(separator: "\n")))
            }, uniquingKeysWith: { first, _ in first })
    }
}

/// One program of a row, in a file of its own.
struct ProofProgram: Sendable {
    let module: String
    let source: String

    var fileName: String { "\(module).swift" }

    private init(module: String, text: String) {
        self.module = module
        source = "#sourceLocation(file: \"\(module).swift\", line: 1)\n\(text)\n"
    }

    /// Uses everything that the base declares.
    static func exhaustive() throws -> Self {
        let declarations = try #require(SampleClient.pipeline([]).read(.comparing).declarations)
        return Self(module: "Exhaustive", text: ExhaustiveUse(declarations).text)
    }

    static func all(of row: VerdictRow, number: Int) -> [Self] {
        let texts = [row.program] + row.others.map(\.program)
        return texts.enumerated().map { index, text in
            // An enum each, so that programs of one name stay apart.
            let name = "Row\(number)Program\(index)"
            let body = text.hasPrefix("struct") ? text : text.replacing("func use(", with: "static func use(")
            return Self(module: name, text: "enum \(name) {\n\(body)\n}")
        }
    }
}

/// The clients of the table.
enum SampleClient {
    private static let base: String = {
        let fixture = Fixture.all(in: "").first { $0.name == "SourceVerdicts" }
        let file = try? fixture?.inputs().first { $0.path == "base.json" }
        return Self.onOneLine(String(decoding: file?.bytes ?? [], as: UTF8.self))
    }()

    /// Without line breaks and indentation, so that rows can name any stretch of it.
    private static func onOneLine(_ text: String) -> String {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.reduce(into: "") { result, line in
            let isOpen = result.isEmpty || result.hasSuffix("{") || result.hasSuffix("[")
            result += isOpen || line.hasPrefix("}") || line.hasPrefix("]") ? line : " " + line
        }
    }

    static func document(_ edits: [(from: String, to: String)]) throws -> String {
        var text = base
        for edit in edits {
            let count = text.ranges(of: edit.from).count
            try #require(count == 1, "\(edit.from) stands in the document \(count) times")
            text = text.replacing(edit.from, with: edit.to)
        }
        return text
    }

    static func pipeline(_ edits: [(from: String, to: String)]) throws -> ClientPipeline {
        ClientPipeline(
            pages: [.init(file: SourceFile("base.json", try document(edits)), mayBeProse: false)], overlays: [],
            resolveOptions: ResolveOptions(), clientOptions: ClientOptions(module: "SampleAPI", source: "base.json"),
            place: .none)
    }

    static func source(_ edits: [(from: String, to: String)]) throws -> [GeneratedFile] {
        let reading = try pipeline(edits).read(.generating)
        return try #require(reading.client(), "\(reading.clientDiagnostics.text)").files
    }
}
