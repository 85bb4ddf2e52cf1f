import KurusCommandLine

extension Option {
    /// A number; nil where the option is not given.
    init(_ name: String, _ valueName: String, in range: ClosedRange<Int>, _ text: String) where Value == Int? {
        self.init(name, valueName, text) { words, command throws(UsageError) in
            guard let word = words.first else { return nil }
            return try number(word, of: name, in: range, command)
        }
    }

    init(_ name: String, _ valueName: String, in range: ClosedRange<Int>, default standard: Int, _ text: String)
    where Value == Int {
        self.init(name, valueName, text) { words, command throws(UsageError) in
            guard let word = words.first else { return standard }
            return try number(word, of: name, in: range, command)
        }
    }
}

private func number(
    _ word: String, of option: String, in range: ClosedRange<Int>, _ command: CommandDefinition
) throws(UsageError) -> Int {
    guard let number = Int(word), range.contains(number) else {
        let bounds = "\(range.lowerBound)" + (range.upperBound == .max ? " on" : " to \(range.upperBound)")
        throw UsageError("'\(option)' takes a number from \(bounds); found '\(word)'", in: command)
    }
    return number
}

extension ParsedArguments {
    /// Returns the operands, after checking their number.
    func operands(_ names: [String], optional: Int = 0) throws(UsageError) -> [String] {
        if operands.count > names.count {
            throw UsageError("one operand too many: '\(operands[names.count])'", in: command)
        }
        if operands.count < names.count - optional {
            throw UsageError("\(names[operands.count]) is missing", in: command)
        }
        return operands
    }
}
