import Foundation
import KurusGenerating
import Testing

@testable import kurus

/// The properties of a file that writing keeps.
struct FileSystemTests {
    private func mode(of name: String, in folder: TestFolder) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)[.posixPermissions] as? Int
    }

    @Test(arguments: [0o755, 0o600, 0o444])
    func keepsTheModeOfAFile(_ mode: Int) throws {
        let folder = try TestFolder(["page.md": "old"])
        try FileManager.default.setAttributes(
            [.posixPermissions: mode], ofItemAtPath: folder.path + "/page.md")
        try folder.files.write(Array("new".utf8), to: "page.md")
        #expect(folder.text(of: "page.md") == "new")
        #expect(try self.mode(of: "page.md", in: folder) == mode)
        #expect(folder.allFiles() == ["page.md"])
    }

    /// The link stays a link, and leads where it did.
    @Test(arguments: [true, false])
    func deliversThroughALink(_ isThere: Bool) throws {
        let folder = try TestFolder(isThere ? ["reports/today.txt": "a longer text from before"] : ["reports/x": ""])
        try folder.link("report.txt", to: "reports/today.txt")
        try folder.files.deliver(Array("new".utf8), to: "report.txt")
        #expect(folder.text(of: "reports/today.txt") == "new")
        #expect(folder.files.isSymbolicLink("report.txt"))
    }

    /// A file in its place would be everybody's from then on.
    @Test func deliversIntoAPipe() async throws {
        let folder = try TestFolder()
        let path = folder.path + "/pipe"
        #expect(mkfifo(path, 0o600) == 0)
        let reader = open(path, O_RDWR | O_NONBLOCK)
        defer { close(reader) }
        try folder.files.deliver(Array("new".utf8), to: "pipe")
        var bytes = [UInt8](repeating: 0, count: 8)
        #expect(read(reader, &bytes, bytes.count) == 3 && bytes.prefix(3) == ArraySlice("new".utf8))
        var status = stat()
        #expect(lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFIFO)
    }

    @Test func deliversNothingIntoAFolder() throws {
        let folder = try TestFolder(["folder/x": ""])
        #expect(throws: FileSystem.Failure.self) { try folder.files.deliver([], to: "folder") }
        #expect(folder.allFiles() == ["folder/x"])
    }
}
