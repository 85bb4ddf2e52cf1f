import KurusCommandLine
import Testing

/// Words that a person pastes into a shell.
struct ShellWordTests {
    @Test(arguments: [
        ("specs/bank/balance.md", "specs/bank/balance.md"), ("a b.md", "'a b.md'"), ("it's.md", "'it'\\''s.md'"),
        ("$(x).md", "'$(x).md'"), ("ö.md", "'ö.md'"), ("a;b", "'a;b'"), ("~x", "'~x'"), ("", "''"),
    ])
    func quotesWhatAShellWouldRead(_ word: String, _ quoted: String) {
        #expect(ShellWord.quoted(word) == quoted)
    }
}
