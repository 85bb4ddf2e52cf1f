import Foundation
import KurusReference

// Writes the reference pages, and the code of the tutorial, into the documentation catalog: `swift run
// reference-pages`, from the package's folder.
do {
    let catalog = URL(filePath: "Sources/Documentation.docc")
    for page in ReferencePage.all {
        try write(Data(page.markdown.utf8), to: catalog.appending(path: "Reference/\(page.fileName).md"))
    }
    let tutorial = URL(filePath: "Tests/ProviderTutorial")
    for file in try FileManager.default.contentsOfDirectory(at: tutorial, includingPropertiesForKeys: nil) {
        // DocC treats a file that ends in .md as an article.
        let name = file.pathExtension == "md" ? file.lastPathComponent + ".txt" : file.lastPathComponent
        try write(Data(contentsOf: file), to: catalog.appending(path: "Tutorial/Code/\(name)"))
    }
} catch {
    FileHandle.standardError.write(Data("reference-pages: error: \(error.localizedDescription)\n".utf8))
    exit(3)
}

func write(_ bytes: Data, to file: URL) throws {
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    print(file.relativePath)
}
