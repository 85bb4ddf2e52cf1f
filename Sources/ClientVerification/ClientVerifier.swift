import Foundation

/// Type-checks generated source with the toolchain's compiler.
package struct ClientVerifier {
    /// The generated files of one module.
    package struct Module {
        package var name: String
        /// The module that has its types, if it is another one.
        package var typesModule: String?
        package var files: [(name: String, text: String)]

        package init(name: String, typesModule: String? = nil, files: [(name: String, text: String)]) {
            self.name = name
            self.typesModule = typesModule
            self.files = files
        }
    }

    private let program: String
    private let workingDirectory: String
    private let environment: [String: String]

    /// - Parameter program: The path of the running program, beside which a build has the runtime's modules.
    package init(program: String, workingDirectory: String, environment: [String: String]) {
        self.program = program
        self.workingDirectory = workingDirectory
        self.environment = environment
    }

    /// The language mode and the features that a strict package uses.
    static let language = [
        "-swift-version", "6", "-parse-as-library", "-enable-upcoming-feature", "ExistentialAny",
        "-enable-upcoming-feature", "InternalImportsByDefault", "-enable-upcoming-feature", "MemberImportVisibility",
    ]

    /// Type-checks modules.
    ///
    /// - Parameter options: More options of the compiler.
    /// - Returns: The output of the compiler for modules with errors, by name.
    package func problems(
        of modules: [Module], options: [String] = []
    ) throws(VerificationFailure) -> [String: String] {
        let compiler = try SwiftCompiler(environment: environment)
        let scratch = try Self.temporaryFolder()
        defer { try? FileManager.default.removeItem(at: scratch) }
        let runtime = try RuntimeModules(
            program: program, workingDirectory: workingDirectory, scratch: scratch, compiler)
        // Modules with the types of others come first.
        let needed = Set(modules.compactMap(\.typesModule))
        var problems: [String: String] = [:]
        for module in modules.filter({ needed.contains($0.name) }) + modules.filter({ !needed.contains($0.name) }) {
            let folder = scratch.appending(path: "sources-\(module.name)")
            var arguments = try Self.language + options + Self.files(of: module, in: folder)
            arguments += ["-module-name", module.name, "-package-name", "verified", "-I", runtime.folder]
            arguments += ["-I", scratch.path]
            if let problem = try compiler.run(["-typecheck"] + arguments, in: scratch) {
                problems[module.name] = problem.replacing(folder.path + "/", with: "")
            } else if needed.contains(module.name) {
                let path = scratch.appending(path: "\(module.name).swiftmodule").path
                _ = try compiler.run(["-emit-module", "-emit-module-path", path] + arguments, in: scratch)
            }
        }
        return problems
    }

    private static func files(of module: Module, in folder: URL) throws(VerificationFailure) -> [String] {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw VerificationFailure(reason: "\(folder.path) cannot be made")
        }
        var paths: [String] = []
        for file in module.files {
            let url = folder.appending(path: file.name)
            try write(file.text, to: url)
            paths.append(url.path)
        }
        return paths
    }

    static func write(_ text: String, to url: URL) throws(VerificationFailure) {
        do {
            try Data(text.utf8).write(to: url)
        } catch {
            throw VerificationFailure(reason: "\(url.path) cannot be written")
        }
    }

    private static func temporaryFolder() throws(VerificationFailure) -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kurus-verify-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw VerificationFailure(reason: "\(folder.path) cannot be made")
        }
        return folder
    }
}
