/// The manner in which texts of one kind become names.
enum NameStyle {
    /// Properties, parameters, operations.
    case member
    /// Values of an enumeration of texts.
    case value
    /// Values of an enumeration of integers: `value7`, `valueMinus7`.
    case integer
    case type

    /// The characters besides letters and digits that become words.
    enum Spelling {
        /// A minus at the start.
        case usual
        /// `+` and `-`.
        case plusAndMinus
        /// All but spaces and `_`.
        case signs
        case everySign
    }

    /// The end of names that are reserved.
    var suffix: String { self == .type ? "Model" : "Value" }

    func name(_ text: String, _ spelling: Spelling) -> Identifier {
        switch self {
        case .member: Namer.memberName(text, spelling)
        case .value: Namer.caseName(text, spelling)
        case .integer: Identifier(checked: text.hasPrefix("-") ? "valueMinus" + text.dropFirst() : "value" + text)
        case .type: Namer.typeName(text, spelling)
        }
    }

    /// Returns the document's spelling, for names that differ only in case or in `_`; nil for other texts, and for one
    /// that could be mistaken for another declaration.
    ///
    /// - Parameter hiding: The names of other declarations.
    func wireName(_ text: String, hiding others: Set<String>) -> Identifier? {
        guard self != .integer, Namer.isIdentifier(text), !others.contains(text) else { return nil }
        // A type in lower case would be hidden by the properties that are named after it.
        if self == .type, text.unicodeScalars.first?.properties.isLowercase == true { return nil }
        return Namer.wireName(text)
    }

    /// Returns the text as a raw identifier (SE-0451).
    func rawName(_ text: String) -> Identifier? {
        !Namer.isIdentifier(text) && Namer.isRawIdentifier(text) ? Identifier(checked: text) : nil
    }

    /// Returns a name that begins with the case of the text: `lowercaseActive`.
    func nameWithCase(_ text: String) -> Identifier? {
        let letters = text.unicodeScalars.filter { $0.properties.isLowercase || $0.properties.isUppercase }
        guard self != .integer, let first = letters.first else { return nil }
        let word: String
        if letters.allSatisfy(\.properties.isLowercase) {
            word = "lowercase "
        } else if letters.dropFirst().allSatisfy(\.properties.isLowercase), first.properties.isUppercase {
            word = "capitalized "
        } else if letters.allSatisfy(\.properties.isUppercase) {
            word = "uppercase "
        } else {
            return nil
        }
        return name(word + text, .signs)
    }
}
