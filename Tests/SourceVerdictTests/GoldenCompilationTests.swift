import Foundation
import SpecTestSupport
import Testing

/// The compiler reads the source of every golden case.
@Suite struct GoldenCompilationTests {
    @Test(arguments: Fixture.all(in: "Golden"))
    func compiles(_ fixture: Fixture) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "kurus-golden-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let source = try fixture.expected("expected.swift", recording: "")
        try Data(source.utf8).write(to: folder.appending(path: "SampleAPI.swift"))
        let output = try await Toolchain().compile(
            [
                "-swift-version", "6", "-parse-as-library", "-typecheck", "-warnings-as-errors", "-module-name",
                "SampleAPI", "-package-name", "clients", "-diagnostic-style", "llvm", "SampleAPI.swift",
            ], in: folder, cache: folder)
        #expect(output.isEmpty, "\(output)")
    }
}
