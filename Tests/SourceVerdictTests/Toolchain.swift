import Foundation

/// The compiler that built this test, and the modules that were built with it.
struct Toolchain: Sendable {
    struct Missing: Error, CustomStringConvertible {
        let description: String
    }

    let compiler: URL
    /// The folder of `KurusRuntime.swiftmodule`.
    let modules: URL

    /// Looks for `swiftc` beside the standard library that this process has loaded, since only the compiler of the same
    /// toolchain reads the modules of this build; then, where the library is the system's, in `PATH`.
    init() throws {
        // The bundle of the tests, or the folder that it is in.
        let bundle = Bundle(for: Marker.self).bundleURL
        let folders = [bundle, bundle.deletingLastPathComponent()].flatMap { [$0.appending(path: "Modules"), $0] }
        let isBuilt = { (folder: URL) in
            FileManager.default.fileExists(atPath: folder.appending(path: "KurusRuntime.swiftmodule").path)
        }
        guard let modules = folders.first(where: isBuilt) else {
            throw Missing(
                description: "KurusRuntime.swiftmodule is not in \(folders.map(\.path).joined(separator: " or "))")
        }
        let places = Self.besideStandardLibrary() + Self.inPath()
        guard let compiler = places.first(where: { FileManager.default.isExecutableFile(atPath: $0.path) }) else {
            throw Missing(description: "no swiftc; looked for it as \(places.map(\.path).joined(separator: ", "))")
        }
        self.compiler = compiler
        self.modules = modules
    }

    private final class Marker {}

    /// `usr/lib/swift/linux/libswiftCore.so` and `usr/bin/swiftc` are of one toolchain.
    private static func besideStandardLibrary() -> [URL] {
        #if os(Linux)
            guard let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else { return [] }
            let line = maps.split(separator: "\n").first { $0.hasSuffix("/libswiftCore.so") }
            guard let path = line?.firstIndex(of: "/").map({ String(line?[$0...] ?? "") }) else { return [] }
            var folder = URL(filePath: path)
            for _ in 0..<4 { folder.deleteLastPathComponent() }
            return [folder.appending(path: "bin/swiftc")]
        #else
            return []
        #endif
    }

    private static func inPath() -> [URL] {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: "swiftc") }
    }

    /// Runs the compiler and returns its output, which implies its status.
    ///
    /// - Parameter cache: The folder for modules that the compiler builds on the way; the build's own knows its
    ///   folder by one path only.
    func compile(_ arguments: [String], in folder: URL, cache: URL) async throws -> String {
        let output = folder.appending(path: "output-\(UUID().uuidString).txt")
        try Data().write(to: output)
        let file = try FileHandle(forWritingTo: output)
        let process = Process()
        process.executableURL = compiler
        process.arguments = ["-module-cache-path", cache.path, "-I", modules.path] + arguments
        process.currentDirectoryURL = folder
        process.standardOutput = file
        process.standardError = file
        try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in done.resume() }
            do { try process.run() } catch { done.resume(throwing: error) }
        }
        return try String(contentsOf: output, encoding: .utf8)
    }
}
