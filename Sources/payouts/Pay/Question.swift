import KurusCommandLine

/// Asks before money moves.
enum Question {
    /// - Throws: unless the answer is yes, or nobody can be asked.
    static func ask(_ text: String, _ surroundings: Surroundings) throws(CommandFailure) {
        guard let answer = surroundings.answer else {
            throw CommandFailure(.usage, "standard input is no terminal to ask at; --yes pays without a question")
        }
        surroundings.errorOutput("\(text) Type yes to pay: ")
        let reply = answer()?.filter { !$0.isWhitespace }.lowercased()
        guard reply == "yes" else { throw CommandFailure(.notPaid, "the answer was not yes; nothing is sent") }
    }
}
