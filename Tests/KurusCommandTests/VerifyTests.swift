import Foundation
import KurusGenerating
import SpecDiagnostics
import Testing

@testable import kurus

/// `kurus generate --verify`: what was generated is type-checked by the toolchain's compiler.
struct VerifyTests {
    private static let document = #"""
        {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}, "components": {"schemas": {
        "Good": {"type": "object", "properties": {"a": {"type": "string"}}}}}}
        """#

    private static let arguments = ["generate", "a.json", "--module", "Some", "--output", "out", "--verify"]

    private static let environment = ProcessInfo.processInfo.environment

    @Test func acceptsWhatCompiles() async throws {
        let folder = try TestFolder(["a.json": Self.document])
        let outcome = await Outcome.of(Self.arguments, in: folder.path) { context in
            context.program = BuiltProgram.path
            context.environment = Self.environment
        }
        #expect(outcome.status == 0)
        #expect(outcome.errors.isEmpty)
    }

    @Test func compilesTheRuntimeWhereItIsNotBuilt() throws {
        let folder = try TestFolder()
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        for name in ["Package.swift", "Sources"] {
            try folder.link("package/\(name)", to: root.appending(path: name).path)
        }
        let verification = Verification(
            program: folder.path + "/bin/kurus", workingDirectory: folder.path + "/package/sub",
            environment: Self.environment)
        let text = "import KurusRuntime\nfunc send(_ client: APIClient) {}\n"
        #expect(verification.diagnostics(of: [Self.module(text)]).text.isEmpty)
    }

    @Test func reportsWhatDoesNotCompile() {
        let verification = Verification(
            program: BuiltProgram.path, workingDirectory: "/", environment: Self.environment)
        let found = verification.diagnostics(of: [
            Self.module("struct A {}\nstruct A {}\n"), Self.module("struct B {}\n", name: "Fine"),
        ])
        #expect(found.all.map(\.id) == [.doesNotCompile])
        #expect(found.text.contains("SomeTypes.swift:2:8: error: invalid redeclaration of 'A'"))
    }

    @Test func findsTheTypesInAnotherModule() {
        let verification = Verification(
            program: BuiltProgram.path, workingDirectory: "/", environment: Self.environment)
        let server = GeneratedModule(
            name: "Stub", typesModule: "Some", output: "out",
            files: [("Stub.swift", "import Some\nfunc answer(_ value: A) {}\n")])
        #expect(verification.diagnostics(of: [server, Self.module("public struct A {}\n")]).text.isEmpty)
    }

    @Test func saysWhatIsMissing() async throws {
        let folder = try TestFolder(["a.json": Self.document])
        let withoutCompiler = await Outcome.of(Self.arguments, in: folder.path) { $0.program = BuiltProgram.path }
        #expect(withoutCompiler.status == 3)
        #expect(withoutCompiler.errors.contains("no folder of PATH has `swiftc`; install a Swift toolchain"))
        let withoutRuntime = await Outcome.of(Self.arguments, in: folder.path) { context in
            context.program = folder.path + "/kurus"
            context.environment = Self.environment
        }
        #expect(withoutRuntime.status == 3)
        #expect(withoutRuntime.errors.contains("the modules KurusRuntime and KurusServer are neither built beside"))
        #expect(withoutRuntime.errors.hasSuffix("[not-verified]\n"))
    }

    private static func module(_ text: String, name: String = "Some") -> GeneratedModule {
        GeneratedModule(name: name, typesModule: nil, output: "out", files: [(name + "Types.swift", text)])
    }
}
