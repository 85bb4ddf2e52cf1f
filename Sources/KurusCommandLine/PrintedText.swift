/// A number with a noun.
package struct Count {
    package let text: String

    package init(_ number: Int, _ noun: String) {
        text = "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}

/// Quotes words of commands for pasting into a shell.
package enum ShellWord {
    /// Returns the word, in quotes where a shell needs them (POSIX.1-2017, Shell Command Language, §2.2).
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
