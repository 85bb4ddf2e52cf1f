import Testing

@testable import kurus

/// Revisions and paths as they are written.
struct RevisionTextTests {
    @Test(arguments: [
        ("main:specs/bank", "main", "specs/bank"), ("HEAD~2:./specs", "HEAD~2", "./specs"), (":specs", "", "specs"),
        ("main:", "main", ""), ("main:a:b", "main", "a:b"), ("HEAD@{12:30}:specs", "HEAD@{12:30}", "specs"),
        ("HEAD^{/fix: it}:specs", "HEAD^{/fix: it}", "specs"), ("a}:b", "a}", "b"),
    ])
    func findsThePathInARevision(_ text: String, _ revision: String, _ path: String) throws {
        let place = try #require(RevisionPath(text))
        #expect(place.revision == revision)
        #expect(place.path == path)
    }

    @Test(arguments: ["main", "HEAD@{12:30}", "specs/bank", ""])
    func findsNoPath(_ text: String) {
        #expect(RevisionPath(text) == nil)
    }

    @Test(arguments: [
        ("v1..v2", "v1", "v2", false), ("v1..", "v1", "HEAD", false), ("..v2", "HEAD", "v2", false),
        ("main...topic", "main", "topic", true), ("main...", "main", "HEAD", true),
        ("v1.0..v1.1", "v1.0", "v1.1", false),
    ])
    func findsTheEndsOfARange(_ text: String, _ base: String, _ revision: String, _ fromMergeBase: Bool) throws {
        let range = try #require(RevisionRange(text))
        #expect(range.base == base)
        #expect(range.revision == revision)
        #expect(range.fromMergeBase == fromMergeBase)
    }

    @Test(arguments: [
        "..", "...", "main", "v1.0", "a....b", "a..b..c", "main:a..b", "../specs:x", "../a.md", "specs/../a.md",
    ])
    func findsNoRange(_ text: String) {
        #expect(RevisionRange(text) == nil)
    }
}
