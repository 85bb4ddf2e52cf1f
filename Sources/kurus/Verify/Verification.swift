import ClientVerification
import KurusGenerating
import SpecDiagnostics

/// Type-checks generated modules, and turns what the compiler prints into diagnostics.
struct Verification {
    private let verifier: ClientVerifier

    /// The most lines of the compiler that are shown for a module.
    private static let lineLimit = 20

    init(program: String, workingDirectory: String, environment: [String: String]) {
        verifier = ClientVerifier(program: program, workingDirectory: workingDirectory, environment: environment)
    }

    func diagnostics(of modules: [GeneratedModule]) -> Diagnostics {
        var diagnostics = Diagnostics()
        do throws(VerificationFailure) {
            let problems = try verifier.problems(
                of: modules.map { ClientVerifier.Module(name: $0.name, typesModule: $0.typesModule, files: $0.files) })
            for module in modules {
                guard let problem = problems[module.name] else { continue }
                diagnostics.error(
                    .doesNotCompile,
                    "the generated source of \(module.name) does not compile; please report it with the document, and leave "
                        + "out what it concerns with an overlay until then. The compiler printed:\n"
                        + Self.shown(problem), in: module.output)
            }
        } catch {
            let reason = Self.shown(error.reason)
            diagnostics.error(
                .notVerified, "nothing could be type-checked: \(reason)", in: modules.first?.output ?? ".")
        }
        return diagnostics
    }

    private static func shown(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline)
        let more = lines.count > lineLimit ? ["… \(lines.count - lineLimit) more lines"] : []
        return (lines.prefix(lineLimit).map(String.init) + more).joined(separator: "\n")
    }
}
