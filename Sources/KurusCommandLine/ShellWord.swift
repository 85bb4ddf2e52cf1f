/// A word of a command that a person may paste into a shell.
package enum ShellWord {
    /// The word, in quotes where a shell would read it otherwise (POSIX.1-2017, Shell Command Language, §2.2).
    package static func quoted(_ word: String) -> String {
        let isPlain = word.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            default: "/._-+@%,".utf8.contains(byte)
            }
        }
        return isPlain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
    }
}
