import ClientGenerator
import Foundation
import SpecAPI
import SpecDiagnostics
import SpecDocument
import SpecPages

var diagnostics = Diagnostics()
let arguments = Array(CommandLine.arguments.dropFirst())
var inputs: [String] = []
var overlays: [String] = []
var module = "Checked"
var output = "/tmp/out"
var emit: Set<ClientPart> = [.types, .client]
var index = 1
while index < arguments.count {
    switch arguments[index] {
    case "--module": module = arguments[index + 1]; index += 1
    case "--output": output = arguments[index + 1]; index += 1
    case "--overlay": overlays.append(arguments[index + 1]); index += 1
    case "--server": emit.insert(.server)
    default: inputs.append(arguments[index])
    }
    index += 1
}
var pages: [PageDocument] = []
for path in inputs {
    let file = SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    pages += Page.documents(in: file, diagnostics: &diagnostics)
}
for path in overlays {
    let file = SourceFile(path: path, bytes: [UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    if let node = JSONNode.read(file, diagnostics: &diagnostics), let overlay = Overlay.decode(node, diagnostics: &diagnostics) {
        overlay.apply(to: &pages, diagnostics: &diagnostics)
    }
}
let documents = pages.compactMap { page in OpenAPIDocument.decode(page.root, diagnostics: &diagnostics).map { SourceDocument(page: page, document: $0) } }
let api = API.resolve(documents, diagnostics: &diagnostics)
let files = ClientGenerator.generate(api, options: ClientOptions(module: module, source: "x", emit: emit), diagnostics: &diagnostics)
FileHandle.standardError.write(Data(diagnostics.text.utf8))
if diagnostics.hasErrors { exit(3) }
try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
for file in files { try Data(file.text.utf8).write(to: URL(fileURLWithPath: output + "/" + file.name)) }
