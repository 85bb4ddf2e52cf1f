import ClientGenerator
import Foundation
import KurusJSON
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPipeline

/// Generates clients and servers of random documents, compiles them in one run of the compiler, and runs them.
struct DocumentRun {
    let seed: UInt64
    let folder: URL
    /// The folder with the objects and modules of this build.
    let build: URL

    /// Whether every document generates, compiles and carries its values.
    func run(_ numbers: Range<Int>) throws -> Bool {
        try? FileManager.default.removeItem(at: folder)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var names: [String] = []
        var isFine = true
        for number in numbers {
            let document = RandomDocument(seed: seed, number: number)
            let bytes = JSONWriter.bytes(of: document.object)
            try Data(bytes).write(to: folder.appending(path: "\(number).json"))
            guard let text = source(of: document, bytes) else {
                isFine = false
                continue
            }
            names.append("Document\(number)")
            try Data(text.utf8).write(to: folder.appending(path: "Document\(number).swift"))
        }
        try Data(Harness.program(names).utf8).write(to: folder.appending(path: "Program.swift"))
        guard try compile(names) else { return false }
        return try launch(folder.appending(path: "program").path, []) && isFine
    }

    /// The generated source, and the one that calls it, in an enum; nil, with a message, if there is nothing to call.
    private func source(of document: RandomDocument, _ bytes: [UInt8]) -> String? {
        let file = SourceFile(path: folder.appending(path: "\(document.number).json").path, bytes: bytes)
        let reading = ClientPipeline(
            pages: [ClientPipeline.PageText(file: file, mayBeProse: false)], overlays: [],
            resolveOptions: ResolveOptions(),
            clientOptions: ClientOptions(
                module: "RandomAPI", source: "random", access: .internal, emit: Set(ClientPart.allCases)),
            place: .none
        ).read(.generating)
        guard let client = reading.client(), let declarations = reading.declarations else {
            print("FAILED: document \(document.number) is refused: \(reading.clientDiagnostics.text)")
            return nil
        }
        let lines = client.files.flatMap { $0.text.split(separator: "\n", omittingEmptySubsequences: false) }
        let own = lines.filter { !$0.hasPrefix("import ") }.joined(separator: "\n")
        return "import Foundation\nimport KurusRuntime\nimport KurusServer\n\nenum Document\(document.number) {\n" + own
            + "\n" + Harness.text(of: document, declarations.declarations) + "\n}\n"
    }

    private func compile(_ names: [String]) throws -> Bool {
        var objects: [String] = []
        for module in ["KurusJSON", "KurusHTTP", "KurusRuntime", "KurusServer"] {
            let folder = build.appending(path: "\(module).build")
            let found = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
            objects += found.filter { $0.hasSuffix(".o") }.map { folder.appending(path: $0).path }
        }
        let sources = (names + ["Program"]).map { folder.appending(path: "\($0).swift").path }
        let options = [
            "-swift-version", "6", "-parse-as-library", "-Onone", "-suppress-warnings", "-j", "2", "-module-name",
            "RandomDocuments", "-I",
            build.appending(path: "Modules").path, "-o", folder.appending(path: "program").path,
        ]
        return try launch("/usr/bin/env", ["swiftc"] + options + sources + objects)
    }

    private func launch(_ path: String, _ arguments: [String]) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit && process.terminationStatus == 0
    }
}
