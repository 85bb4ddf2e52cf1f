import KurusGenerating
import Testing

@testable import kurus

struct PathTextTests {
    @Test(arguments: [
        ("a", "a"), ("./a//b/", "a/b"), ("a/../b", "b"), ("a/b/../../../c", "../c"), ("../../a", "../../a"), (".", "."),
        ("", "."), ("a/..", "."), ("/a/./b/../c", "/a/c"), ("/..", "/"), ("/", "/"), ("a/...", "a/..."),
    ])
    func normalizes(_ path: String, _ expected: String) {
        #expect(PathText.normalized(path) == expected)
    }

    @Test(arguments: [
        ("specs/bank", "../../Generated/A", "Generated/A"), (".", "a", "a"), ("specs", "/a", "/a"), ("..", "a", "../a"),
        ("/", "a", "/a"), ("/a", "../b", "/b"),
    ])
    func joins(_ folder: String, _ path: String, _ expected: String) {
        #expect(PathText.joined(folder, path) == expected)
    }

    @Test(arguments: [("a/b", "a", "b"), ("a", ".", "a"), ("/a", "/", "a"), ("../a", "..", "a")])
    func splits(_ path: String, _ folder: String, _ name: String) {
        #expect(PathText.folder(of: path) == folder)
        #expect(PathText.lastName(of: path) == name)
    }
}
