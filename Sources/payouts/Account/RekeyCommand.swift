import Foundation
import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// `payouts rekey`: the journal of an account whose keys were changed goes on under the new ones.
struct RekeyCommand: Command {
    private let oldFile: String
    private let newFile: String?
    private let journals: String?
    private let format: OutputFormat
    private let options: RunOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        guard let oldFile = arguments.value(of: "--old-credentials") else {
            throw UsageError(
                "the old keys are needed, in a file that '--old-credentials' names", in: arguments.command)
        }
        self.oldFile = oldFile
        newFile = arguments.value(of: "--credentials")
        journals = arguments.value(of: "--journal")
        format = try arguments.choice(of: "--format") ?? .text
        options = try RunOptions(arguments)
    }

    func run(_ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let isInDatabase = journals == DatabaseJournal.word
        let folder = try isInDatabase ? "" : StateFolder.journals(journals, surroundings)
        let old = Account(try Keys(file: oldFile, surroundings), journals: folder)
        let new = Account(try Keys(file: newFile, surroundings), journals: folder)
        guard old.identity.host == new.identity.host else {
            throw CommandFailure(
                .usage, "the old keys are for \(old.identity.host), the new ones for \(new.identity.host)")
        }
        if isInDatabase {
            try await DatabaseJournal.rekey(from: old, to: new, actor: options.actor, surroundings)
            tell(of: DatabaseJournal.word, "the journal in the database", surroundings)
        } else if let oldPath = old.journalPath, let newPath = new.journalPath {
            try await rewrap(JournalMove(from: oldPath, to: newPath), old, new, surroundings)
            tell(of: newPath, "the journal \(newPath)", surroundings)
        }
        return .done
    }

    private func tell(of journal: String, _ words: String, _ surroundings: Surroundings) {
        switch format {
        case .text: surroundings.output("\(words) is kept under the new keys\n")
        case .json:
            var object = JSONObject()
            object["journal"] = .string(journal)
            object["exitStatus"] = .number(JSONNumber(Int(ExitStatus.done.code)))
            surroundings.output(JSONValue.object(object).description + "\n")
        }
    }

    /// Wraps the key first and moves the journal then: a run that ends between the two is finished by the next one.
    private func rewrap(
        _ move: JournalMove, _ old: Account, _ new: Account, _ surroundings: Surroundings
    ) async throws(CommandFailure) {
        let path = try move.checkedPath()
        do throws(JournalError) {
            try await FileJournal.rekey(
                at: path, for: old.identity, from: old.credentials.journalSecret, to: new.credentials.journalSecret,
                actor: options.actor, now: surroundings.now)
        } catch {
            throw CommandFailure(error)
        }
        try move.move()
    }
}
