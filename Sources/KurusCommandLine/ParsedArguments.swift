/// The arguments of a command, read by its definition.
package struct ParsedArguments {
    package let command: CommandDefinition
    private let program: Program
    package private(set) var operands: [String] = []
    package private(set) var asksForHelp = false
    private var values: [String: [String]] = [:]

    package init(
        _ words: ArraySlice<String>, of command: CommandDefinition, in program: Program
    ) throws(UsageError) {
        self.command = command
        self.program = program
        var rest = words
        while let word = rest.popFirst() {
            if word == "--" {
                operands += rest
                break
            }
            if word.hasPrefix("-"), word != "-" {
                try addOption(word, &rest)
            } else {
                try addOperand(word)
            }
        }
    }

    package func has(_ option: any CommandOption) -> Bool {
        !words(of: option).isEmpty
    }

    package subscript(_ flag: Flag) -> Bool { has(flag) }

    /// The value of an option.
    ///
    /// - Throws: A usage error where the option is given a word that it does not take.
    package subscript<Value>(_ option: Option<Value>) -> Value {
        get throws(UsageError) {
            try option.read(words(of: option), command)
        }
    }

    /// The words that an option is given; an empty word for each time that a flag is given.
    private func words(of option: any CommandOption) -> [String] {
        assert(program.commands.contains { $0.option(named: option.name) != nil }, "\(option.name) is in no definition")
        return values[option.name] ?? []
    }

    private mutating func addOperand(_ word: String) throws(UsageError) {
        if program.commands.contains(where: { $0.name == word }) {
            let advice = program.operandAdvice(word)
            throw UsageError("two commands, '\(command.name)' and '\(word)'; \(advice)", in: command)
        }
        operands.append(word)
    }

    private mutating func addOption(_ word: String, _ rest: inout ArraySlice<String>) throws(UsageError) {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let option = command.option(named: parts[0]) else {
            throw UsageError(
                "unknown option '\(parts[0])'", didYouMean: parts[0], among: command.options.map(\.name), in: command)
        }
        let value = try value(of: option, inline: parts.count > 1 ? parts[1] : nil, &rest)
        if option.name == CommandDefinition.help.name {
            asksForHelp = true
        } else if values[option.name] != nil, !option.isRepeatable {
            throw UsageError("'\(option.name)' is given twice", in: command)
        } else {
            values[option.name, default: []].append(value)
        }
    }

    private func value(
        of option: any CommandOption, inline: String?, _ rest: inout ArraySlice<String>
    ) throws(UsageError) -> String {
        guard option.valueName != nil else {
            guard let inline else { return "" }
            throw UsageError("'\(option.name)' takes no value; found '\(inline)'", in: command)
        }
        if let inline, !inline.isEmpty { return inline }
        // A word that looks like an option is not taken as the value; `--module=-x` is.
        guard inline == nil, let next = rest.first, !next.isEmpty, !next.hasPrefix("-") else {
            throw UsageError("'\(option.name)' needs a value: \(option.spelling)", in: command)
        }
        rest.removeFirst()
        return next
    }
}
