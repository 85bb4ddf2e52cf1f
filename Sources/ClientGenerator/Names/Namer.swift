/// Makes Swift names of a document's words. ``NameScope`` finds collisions.
enum Namer {
    /// Names a property, parameter or operation: the document's spelling if it is an identifier, else lower camel case.
    ///
    /// The name never begins with an upper-case letter: inside its type's initializer a property `Contact` would hide
    /// the type of that name.
    static func memberName(_ text: String, _ spelling: NameStyle.Spelling = .usual) -> Identifier {
        if isIdentifier(text), spelling != .everySign {
            return Identifier(checked: escapedMember(startingLower(text)))
        }
        return Identifier(checked: escapedMember(lowerCamel(words(text, spelling))))
    }

    /// Makes an identifier in the document's spelling, for names that differ only in case.
    static func wireName(_ text: String) -> Identifier {
        Identifier(checked: escapedMember(text))
    }

    /// Names an enumeration's case: lower camel case, with words in capitals lowered.
    static func caseName(_ text: String, _ spelling: NameStyle.Spelling = .usual) -> Identifier {
        let parts = words(text, spelling).flatMap(caseWords)
        return Identifier(checked: escapedMember(lowerCamel(parts)))
    }

    /// Names a type: upper camel case, with inner capitals kept.
    static func typeName(_ text: String, _ spelling: NameStyle.Spelling = .usual) -> Identifier {
        let name = words(text, spelling).map(startingUpper).joined()
        let first = name.unicodeScalars.first
        let startsWell = first.map { $0.properties.isAlphabetic } ?? false
        return Identifier(checked: startsWell ? name : "_" + name)
    }

    // MARK: Words

    /// Returns the runs of letters and digits, and the names of the characters that the spelling asks for. Text without
    /// letters and digits is spelled out.
    static func words(_ text: String, _ spelling: NameStyle.Spelling = .usual) -> [String] {
        if text.isEmpty { return ["empty"] }
        let scalars = Array(text.unicodeScalars)
        guard scalars.contains(where: isWordPart) else { return scalars.flatMap(characterName) }
        var words = [""]
        for (index, scalar) in scalars.enumerated() {
            if isWordPart(scalar) {
                words[words.count - 1].unicodeScalars.append(scalar)
            } else {
                if isSpelled(scalar, at: index, spelling) { words += signName(index, in: scalars) }
                words.append("")
            }
        }
        words.removeAll(where: \.isEmpty)
        return words
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        isLetter(scalar) || isDigit(scalar)
    }

    private static func isSpelled(_ scalar: Unicode.Scalar, at index: Int, _ spelling: NameStyle.Spelling) -> Bool {
        switch spelling {
        // A minus at the start turns the meaning around: `-date` sorts the other way than `date`.
        case .usual: index == 0 && scalar == "-"
        case .plusAndMinus: scalar == "+" || scalar == "-"
        case .signs: scalar != " " && scalar != "_"
        case .everySign: true
        }
    }

    /// Names a character beside words: `-` is a minus before a number and at the start, else a hyphen.
    private static func signName(_ index: Int, in scalars: [Unicode.Scalar]) -> [String] {
        switch scalars[index] {
        case "+": return ["plus"]
        case "-":
            let precedesNumber = scalars.dropFirst(index + 1).first.map(isDigit) ?? false
            let isMinus = precedesNumber || scalars[..<index].allSatisfy { $0 == "-" }
            return [isMinus ? "minus" : "hyphen"]
        default: return characterName(scalars[index])
        }
    }

    private static func characterName(_ scalar: Unicode.Scalar) -> [String] {
        let name = scalar.properties.name ?? "U\(String(scalar.value, radix: 16, uppercase: true))"
        return name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Splits a word for a case: `PUBLISHED` becomes `published`, `InProgress` two words, and `IBAN` one.
    private static func caseWords(_ word: String) -> [String] {
        let hasLower = word.unicodeScalars.contains { $0.properties.isLowercase }
        return [hasLower ? word : word.map(small).joined()]
    }

    // MARK: Case

    static func lowerCamel(_ words: [String]) -> String {
        guard let first = words.first else { return "_" }
        let name = startingLower(first) + words.dropFirst().map(startingUpper).joined()
        let startsWithDigit = name.unicodeScalars.first.map(isDigit) ?? false
        return startsWithDigit ? "_" + name : name
    }

    /// Lowers the capitals at the start, except the last one before a lower-case letter: `URLPath` becomes `urlPath`.
    static func startingLower(_ word: String) -> String {
        let characters = Array(word)
        var lowered = characters.prefix { $0.isUppercase }.count
        if lowered > 1, lowered < characters.count, characters[lowered].isLowercase { lowered -= 1 }
        return characters.prefix(lowered).map(small).joined() + String(characters.dropFirst(lowered))
    }

    /// Returns the lower-case letter without combining marks, which are not allowed in an identifier: `İ` becomes `i`.
    private static func small(_ character: Character) -> String {
        String(String.UnicodeScalarView(character.lowercased().unicodeScalars.filter { !isMark($0) }))
    }

    static func startingUpper(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    // MARK: Identifiers

    /// Returns whether the text is an identifier in every version of Swift: letters, digits and `_`, and not `_` alone.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, text != "_" else { return false }
        guard isLetter(first) || first == "_" else { return false }
        return text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || $0 == "_" }
    }

    /// Returns whether Swift accepts the text in backticks (SE-0451). Less is allowed here than there: no invisible
    /// characters, and no text that reads as a closure's parameter.
    static func isRawIdentifier(_ text: String) -> Bool {
        text.first != "$" && text.unicodeScalars.contains(where: isWordPart)
            && text.unicodeScalars.allSatisfy { scalar in
                (" "..."~").contains(scalar) && scalar != "`" && scalar != "\\" || isLetter(scalar)
            }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    /// Escapes `init` and `self`, which have a meaning of their own after a dot, even in backticks.
    private static func escapedMember(_ name: String) -> String {
        ["init", "self", "Self", "Type", "Protocol", "_"].contains(name) ? name + "Value" : name
    }
}
