import IyzicoMassPayout
import KurusCommandLine

/// An order read from a payer's file.
struct OrderFile {
    /// The path that the user gave, or the name of standard input.
    let path: String

    /// The name of standard input in messages.
    static let standardInput = "standard input"

    let payroll: Payroll
    let payout: MassPayout

    /// Reads a file, or standard input for the path `-`. Its problems are printed to error output.
    init(
        _ path: String, id: String, options: InputOptions, _ context: CommandContext
    ) throws(CommandFailure) {
        let isStandardInput = path == "-"
        let path = isStandardInput ? Self.standardInput : path
        let bytes: [UInt8]
        do throws(FileReading.Failure) {
            bytes =
                try isStandardInput
                ? context.standardInput() : FileReading.bytes(of: context.absolute(path))
        } catch {
            if error.isStopped { throw .stopped }
            throw CommandFailure(.unusableInput, "\(path) cannot be read: \(error.reason)")
        }
        try self.init(consume bytes, path, id: id, options: options, context)
    }

    init(
        _ bytes: consuming [UInt8], _ path: String, id: String, options: InputOptions, _ context: CommandContext
    ) throws(CommandFailure) {
        self.path = path
        do throws(Payroll.Unusable) {
            (payroll, payout) = try Payroll.read(consume bytes, path: path, id: id, options: options)
        } catch {
            Self.note(error.notes, path, context)
            for problem in error.problems { context.errorOutput(problem.text(in: path)) }
            throw CommandFailure(
                .unusableInput, "\(path) has \(Count(error.count, "problem").text); nothing is sent",
                problems: error.problems)
        }
        Self.note(payroll.notes, path, context)
    }

    private static func note(_ notes: [String], _ path: String, _ context: CommandContext) {
        for note in notes { context.errorOutput("\(path): note: \(note)\n") }
    }
}

/// Divides an order into payouts: as recorded in the journal, else by the given limit.
enum OrderPlan {
    private static let standardLimit = 500

    static func plan(
        _ payout: MassPayout, recorded: RecordedPlan?, limit: Int?
    ) throws(CommandFailure) -> PayoutPlan {
        // A recorded order of one payout is kept whole, whatever its limit was.
        let recordedLimit = recorded.map { $0.payouts.count == 1 ? .max : $0.payouts.first?.items.count ?? .max }
        do throws(InvalidMassPayout) {
            return try PayoutPlan(payout, itemsAPayout: recordedLimit ?? limit ?? standardLimit)
        } catch {
            throw CommandFailure(.unusableInput, error.description)
        }
    }
}

extension PayoutPlan {
    var payoutsByID: [String: MassPayout] {
        Dictionary(payouts.map { ($0.id, $0) }) { first, _ in first }
    }
}
