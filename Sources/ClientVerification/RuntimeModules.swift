import Foundation

/// The compiled modules that generated source imports: KurusRuntime, KurusServer, and what they import.
struct RuntimeModules {
    /// The folder of the modules.
    let folder: String

    /// In the order of their imports.
    private static let names = ["KurusJSON", "KurusHTTP", "KurusRuntime", "KurusServer"]

    /// Finds the modules of a build of this compiler, or compiles their sources.
    ///
    /// - Parameters:
    ///   - program: The path of the running program. A build of the package has the modules beside it.
    ///   - workingDirectory: A folder of a package that depends on Kurus, or of Kurus itself.
    ///   - scratch: The folder for compiling.
    init(
        program: String, workingDirectory: String, scratch: URL, _ compiler: SwiftCompiler
    ) throws(VerificationFailure) {
        let programs = Self.ancestors(of: URL(filePath: program).resolvingSymlinksInPath().deletingLastPathComponent())
        let folders = Self.ancestors(of: URL(filePath: workingDirectory))
        let builds =
            programs.prefix(1)
            + folders.flatMap { [$0.appending(path: ".build/debug"), $0.appending(path: ".build/release")] }
        for build in builds {
            for folder in [build.appending(path: "Modules"), build]
            where try Self.canImport(from: folder, scratch, compiler) {
                self.folder = folder.path
                return
            }
        }
        guard let package = (programs + folders).flatMap(Self.packages).first(where: Self.hasSources) else {
            throw VerificationFailure(
                reason: "the modules KurusRuntime and KurusServer are neither built beside \(program) nor are their "
                    + "sources in a package around it or around \(workingDirectory); run kurus in a package that depends "
                    + "on Kurus, or build it there with `swift build --target KurusServer`")
        }
        for name in Self.names { try Self.compile(name, of: package, in: scratch, compiler) }
        folder = scratch.path
    }

    private static func canImport(
        from folder: URL, _ scratch: URL, _ compiler: SwiftCompiler
    ) throws(VerificationFailure) -> Bool {
        let isThere = ["KurusRuntime", "KurusServer"].allSatisfy { name in
            FileManager.default.fileExists(atPath: folder.appending(path: "\(name).swiftmodule").path)
        }
        guard isThere else { return false }
        let probe = scratch.appending(path: "Probe.swift")
        try ClientVerifier.write("import KurusRuntime\nimport KurusServer\n", to: probe)
        // Another version of the compiler cannot read them.
        return try compiler.run(["-typecheck", "-I", folder.path, probe.path], in: scratch) == nil
    }

    private static func compile(
        _ name: String, of package: URL, in scratch: URL, _ compiler: SwiftCompiler
    ) throws(VerificationFailure) {
        let folder = package.appending(path: "Sources/\(name)")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        let files = names.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0).path }
        let arguments =
            ClientVerifier.language + [
                "-emit-module", "-emit-module-path", scratch.appending(path: "\(name).swiftmodule").path,
                "-module-name", name, "-package-name", "kurus", "-I", scratch.path,
                "-Xfrontend", "-experimental-skip-non-inlinable-function-bodies",
            ] + files
        if let problem = try compiler.run(arguments, in: scratch) {
            throw VerificationFailure(reason: "\(folder.path) does not compile: \(problem)")
        }
    }

    private static func ancestors(of folder: URL) -> [URL] {
        var folders = [folder]
        while let last = folders.last, last.pathComponents.count > 1 {
            folders.append(last.deletingLastPathComponent())
        }
        return folders
    }

    /// Returns the folder and the packages that it depends on.
    private static func packages(around folder: URL) -> [URL] {
        let checkouts = folder.appending(path: ".build/checkouts")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: checkouts.path)) ?? []
        return [folder] + names.sorted().map { checkouts.appending(path: $0) }
    }

    private static func hasSources(_ folder: URL) -> Bool {
        (["Package.swift"] + names.map { "Sources/\($0)" }).allSatisfy { name in
            FileManager.default.fileExists(atPath: folder.appending(path: name).path)
        }
    }
}
