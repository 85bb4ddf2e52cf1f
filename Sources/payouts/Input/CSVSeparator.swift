/// The character between the fields: RFC 4180's comma, or what spreadsheets write where the comma begins decimals.
enum CSVSeparator: CaseIterable {
    case comma
    case semicolon
    case tab
    case bar

    var byte: UInt8 {
        switch self {
        case .comma: UInt8(ascii: ",")
        case .semicolon: UInt8(ascii: ";")
        case .tab: UInt8(ascii: "\t")
        case .bar: UInt8(ascii: "|")
        }
    }

    var name: String {
        switch self {
        case .comma: "comma"
        case .semicolon: "semicolon"
        case .tab: "tab"
        case .bar: "vertical bar"
        }
    }

    var note: String? {
        self == .comma ? nil : "the fields are taken to be separated by \(name)s, not by commas"
    }

    /// The one by which the first record names most columns.
    static func guessed(in bytes: [UInt8], _ names: ColumnNames) -> CSVSeparator {
        var best = (separator: CSVSeparator.comma, count: -1)
        for separator in allCases {
            var reader = CSVReader(bytes, separator: separator.byte)
            guard reader.next() else { break }
            let count = reader.fields.count { names.meaning(of: reader.text($0)) != .unknown }
            if count > best.count { best = (separator, count) }
        }
        return best.separator
    }
}

/// A first line such as `sep=;`, by which a file tells Excel what separates its fields.
struct SeparatorLine {
    /// Nil for a character that separates no fields here.
    let separator: CSVSeparator?
    /// Where the line ends.
    let end: Int

    /// Nil where the text does not begin with such a line.
    init?(_ bytes: [UInt8]) {
        let line = bytes.prefix(64).prefix { $0 != 0x0A && $0 != 0x0D }
        var rest = line.filter { $0 != UInt8(ascii: "\"") }[...]
        guard String(decoding: rest.prefix(4), as: UTF8.self).lowercased() == "sep=", rest.count > 4 else { return nil }
        rest = rest.dropFirst(4)
        // A spreadsheet that wrote the line as a row ended it with separators.
        let isOne = rest.allSatisfy { $0 == rest.first }
        separator = isOne ? CSVSeparator.allCases.first { $0.byte == rest.first } : nil
        end = line.endIndex
    }
}
