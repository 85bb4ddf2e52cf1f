import IyzicoMassPayout
import KurusCommandLine

/// A payer's file as an order.
struct OrderFile {
    /// As the user knows it.
    let path: String

    /// What messages call a file that is read from there.
    static let standardInput = "standard input"

    let payroll: Payroll
    let payout: MassPayout

    /// Reads a file, or standard input where the path is `-`; what is wrong with it goes to error output.
    init(
        _ path: String, id: String, options: InputOptions, _ surroundings: Surroundings
    ) throws(CommandFailure) {
        let isStandardInput = path == "-"
        let path = isStandardInput ? Self.standardInput : path
        let bytes: [UInt8]
        do throws(FileReading.Failure) {
            bytes =
                try isStandardInput
                ? surroundings.standardInput() : FileReading.bytes(of: surroundings.absolute(path))
        } catch {
            if error.isStopped { throw .stopped }
            throw CommandFailure(.unusableInput, "\(path) cannot be read: \(error.reason)")
        }
        try self.init(consume bytes, path, id: id, options: options, surroundings)
    }

    init(
        _ bytes: consuming [UInt8], _ path: String, id: String, options: InputOptions, _ surroundings: Surroundings
    ) throws(CommandFailure) {
        self.path = path
        do throws(Payroll.Unusable) {
            (payroll, payout) = try Payroll.read(consume bytes, path: path, id: id, options: options)
        } catch {
            Self.note(error.notes, path, surroundings)
            for problem in error.problems { surroundings.errorOutput(problem.text(in: path)) }
            throw CommandFailure(
                .unusableInput, "\(path) has \(Count(error.count, "problem").text); nothing is sent",
                problems: error.problems)
        }
        Self.note(payroll.notes, path, surroundings)
    }

    private static func note(_ notes: [String], _ path: String, _ surroundings: Surroundings) {
        for note in notes { surroundings.errorOutput("\(path): note: \(note)\n") }
    }
}
