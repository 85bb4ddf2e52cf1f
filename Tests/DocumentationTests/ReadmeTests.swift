import Foundation
import Testing

/// README.md is the front door: short, and every path of it leads somewhere.
@Suite struct ReadmeTests {
    @Test func fitsIn12KB() throws {
        #expect(try ProjectFile.text(of: "README.md").utf8.count <= 12 * 1024)
    }

    /// Relative links, and the folders and files in backticks that begin as the project's do.
    @Test func namesOnlyFilesThatExist() throws {
        let text = try ProjectFile.text(of: "README.md")
        let links = text.matches(of: #/\]\(([^)#:]+)\)/#).map { String($0.output.1) }
        let names = text.matches(of: #/`((?:Sources|Tests|Generated|specs|Plugins|\.ci)[A-Za-z0-9_./-]*)`/#)
            .map { String($0.output.1) }
        #expect(links.count > 5 && names.count > 10)
        for path in links + names { #expect(ProjectFile.exists(path), "\(path)") }
    }
}
