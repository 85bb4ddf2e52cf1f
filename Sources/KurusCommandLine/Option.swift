/// An option of a command. The parser, the manual page and the command that reads it share this one declaration.
package protocol CommandOption: Sendable {
    /// The name, with its two hyphens.
    var name: String { get }
    /// The one-letter name, with its hyphen.
    var shortName: String? { get }
    /// The word that the manual page uses for the value; nil for an option without a value.
    var valueName: String? { get }
    /// The text of the manual page.
    var text: String { get }
    var isRepeatable: Bool { get }
}

extension CommandOption {
    package var shortName: String? { nil }
    package var valueName: String? { nil }
    package var isRepeatable: Bool { false }

    /// The option with its value, as the manual page shows it.
    package var spelling: String {
        name + (shortName.map { ", " + $0 } ?? "") + (valueName.map { " " + $0 } ?? "")
    }
}

/// An option without a value: `arguments[flag]` is true where it is given.
package struct Flag: CommandOption {
    package let name: String
    package let shortName: String?
    package let text: String

    package init(_ name: String, shortName: String? = nil, _ text: String) {
        self.name = name
        self.shortName = shortName
        self.text = text
    }
}

/// An option with a value: `try arguments[option]` is a `Value`, also where the option is not given.
package struct Option<Value: Sendable>: CommandOption {
    /// Makes a value of the words that an option is given, in their order.
    package typealias Reading =
        @Sendable (_ words: [String], _ command: CommandDefinition) throws(UsageError) -> Value

    package let name: String
    package let valueName: String?
    package let text: String
    package let isRepeatable: Bool
    let read: Reading

    package init(
        _ name: String, _ valueName: String, isRepeatable: Bool = false, _ text: String, read: @escaping Reading
    ) {
        self.name = name
        self.valueName = valueName
        self.text = text
        self.isRepeatable = isRepeatable
        self.read = read
    }
}

extension Option where Value == String? {
    package init(_ name: String, _ valueName: String, _ text: String) {
        self.init(name, valueName, text) { words, _ in words.first }
    }
}

extension Option where Value == [String] {
    /// An option that can be given more than once.
    package init(repeatable name: String, _ valueName: String, _ text: String) {
        self.init(name, valueName, isRepeatable: true, text) { words, _ in words }
    }
}

/// A value that is one of a few words.
package typealias Choice = RawRepresentable<String> & CaseIterable & Sendable

extension Option {
    package init<Element: Choice>(_ name: String, _ valueName: String, _ text: String) where Value == Element? {
        self.init(name, valueName, text) { words, command throws(UsageError) in
            guard let word = words.first else { return nil }
            return try Self.choice(word, of: name, command)
        }
    }
}

extension Option where Value: Choice {
    package init(_ name: String, _ valueName: String, default standard: Value, _ text: String) {
        self.init(name, valueName, text) { words, command throws(UsageError) in
            guard let word = words.first else { return standard }
            return try Self.choice(word, of: name, command)
        }
    }
}

extension Option {
    /// Several choices, separated by commas.
    package init<Element: Choice>(_ name: String, _ valueName: String, default standard: [Element], _ text: String)
    where Value == [Element] {
        self.init(name, valueName, text) { words, command throws(UsageError) in
            guard let list = words.first else { return standard }
            var choices: [Element] = []
            for word in list.split(separator: ",", omittingEmptySubsequences: false) {
                choices.append(try Self.choice(String(word), of: name, command))
            }
            return choices
        }
    }

    private static func choice<Element: Choice>(
        _ word: String, of name: String, _ command: CommandDefinition
    ) throws(UsageError) -> Element {
        if let choice = Element(rawValue: word) { return choice }
        let known = Element.allCases.map(\.rawValue)
        throw UsageError(
            "'\(name)' takes \(known.joined(separator: ", ")); found '\(word)'", didYouMean: word, among: known,
            in: command)
    }
}
