import ClientGenerator

/// Reads the types of declarations as the compiler does, so that two sides can be compared: names become the paths of
/// what they mean where they stand, and aliases what they stand for.
struct TypeText {
    private let types: DeclaredTypes
    /// What a type of this side is called on the other one, where that is another name.
    private let renamed: [String: String]

    init(_ types: DeclaredTypes, renamed: [String: String] = [:]) {
        self.types = types
        self.renamed = renamed
    }

    /// The type with full names: `[Payout.Status]?`.
    ///
    /// - Parameter scope: The path of the type that it stands in.
    func named(_ text: String, in scope: String?) -> String {
        Self.words(of: text).map { word in
            guard word.isName else { return word.text }
            let path = path(of: word.text, in: scope)
            return renamed[path] ?? path
        }.joined()
    }

    /// The type with full names, and aliases replaced by what they stand for.
    func expanded(_ text: String, in scope: String?) -> String {
        expanded(text, in: scope, within: [])
    }

    private func expanded(_ text: String, in scope: String?, within aliases: Set<String>) -> String {
        Self.words(of: text).map { word in
            guard word.isName else { return word.text }
            let path = path(of: word.text, in: scope)
            if let entry = types[path], entry.declaration.kind == .alias, !aliases.contains(path),
                let target = entry.declaration.type
            {
                return expanded(target, in: entry.parent, within: aliases.union([path]))
            }
            return renamed[path] ?? path
        }.joined()
    }

    /// The paths of this side's types that a type mentions.
    func mentioned(in text: String, _ scope: String?) -> Set<String> {
        Set(Self.words(of: text).filter(\.isName).map { path(of: $0.text, in: scope) }.filter { types[$0] != nil })
    }

    /// Whether a type mentions one of the names, wherever it is declared.
    static func mentions(_ names: Set<String>, in text: String) -> Bool {
        guard !names.isEmpty else { return false }
        return words(of: text).contains { word in
            word.isName && word.text.split(separator: ".").contains { names.contains(String($0)) }
        }
    }

    /// What a name means: the nearest type of that name around the scope, or one of another module.
    private func path(of name: String, in scope: String?) -> String {
        var scope = scope
        while let current = scope {
            let path = "\(current).\(name)"
            if types[path] != nil { return path }
            if current.split(separator: ".").last.map(String.init) == name { return current }
            scope = types[current]?.parent
        }
        return name
    }

    private struct Word {
        var text: String
        var isName: Bool
    }

    /// Names, with the dots in them, and what stands between.
    private static func words(of text: String) -> [Word] {
        var words: [Word] = []
        for character in text where character != "`" {
            let isName = character.isLetter || character.isNumber || character == "_" || character == "."
            if words.last?.isName == isName {
                words[words.count - 1].text.append(character)
            } else {
                words.append(Word(text: String(character), isName: isName))
            }
        }
        return words
    }
}
