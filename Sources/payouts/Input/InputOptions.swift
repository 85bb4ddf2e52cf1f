import IyzicoMassPayout
import KurusCommandLine

/// How a payer's file is read, and what it may hold.
struct InputOptions {
    /// Nil where the file itself tells.
    var format: InputFormat?
    var encoding: FileEncoding?
    var columns = ColumnNames()
    /// Checks of recipients beyond their form.
    var checks: RecipientChecks = .all
    var allowsDuplicates = false

    init() {}

    /// What a person asked for.
    init(_ arguments: ParsedArguments) throws(UsageError) {
        format = try arguments.choice(of: "--input-format")
        encoding = try arguments.choice(of: "--encoding")
        columns = ColumnNames(chosen: try Self.columns(arguments), ignored: arguments.values(of: "--ignore-column"))
        checks = arguments.has("--unchecked-recipients") ? [] : .all
        allowsDuplicates = arguments.has("--allow-duplicates")
    }

    /// For the file of an order that was sent: what was allowed then is not asked again.
    var ofSentOrder: InputOptions {
        var options = self
        options.checks = []
        options.allowsDuplicates = true
        return options
    }

    private static func columns(
        _ arguments: ParsedArguments
    ) throws(UsageError) -> [(column: InputColumn, heading: String)] {
        var columns: [(column: InputColumn, heading: String)] = []
        for value in arguments.values(of: "--column") {
            let parts = value.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, !parts[1].isEmpty else {
                throw UsageError(
                    "'--column' takes COLUMN=HEADING, as in recipientName=\"Ad Soyad\"; found '\(value)'",
                    in: arguments.command)
            }
            guard let column = ColumnHeadings.entry(for: parts[0])?.column else {
                let known = InputColumn.allCases.map(\.rawValue)
                throw UsageError(
                    "'--column' knows the columns \(known.joined(separator: ", ")); found '\(parts[0])'",
                    didYouMean: parts[0], among: known, in: arguments.command)
            }
            if columns.contains(where: { $0.column == column }) {
                throw UsageError("'--column' names '\(column.rawValue)' twice", in: arguments.command)
            }
            columns.append((column, parts[1]))
        }
        return columns
    }
}
