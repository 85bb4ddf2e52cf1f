import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// `payouts journal import`: a journal that was kept in a file goes on in the database.
struct JournalImportRun {
    private let choice: AccountChoice
    private let actor: String

    init(_ choice: AccountChoice, actor: String) {
        self.choice = choice
        self.actor = actor
    }

    /// - Parameter folder: Where journals lie, or the folder of one.
    func run(_ folder: String, _ surroundings: Surroundings) async throws(CommandFailure) -> ExitStatus {
        let folder = surroundings.absolute(folder)
        let account = try choice.account(surroundings, journals: folder)
        let direct = "\(folder)/\(Account.journalName)"
        let isDirect = FileManager.default.fileExists(atPath: direct)
        let path = isDirect ? direct : account.journalPath ?? direct
        if FileJournal.isInUse(at: path) {
            throw CommandFailure(.busy, "a run is at work on the journal \(path); wait for its end")
        }
        let file = try await Self.file(at: path, account, surroundings)
        let outcome = try await DatabaseJournal.importOrders(
            of: file, account.inDatabase(), actor: actor, surroundings)
        surroundings.output(outcome.text + "\n")
        surroundings.errorOutput("payouts: note: pay by \(path) no more: it would not know of what the database pays\n")
        guard outcome.refused.isEmpty else {
            let names = outcome.refused.map(SafeText.name).joined(separator: ", ")
            throw CommandFailure(
                .unusableInput,
                "the database has \(names) with other items or other lines; nothing of \(outcome.refused.count == 1 ? "it" : "them") was imported"
            )
        }
        return .done
    }

    private static func file(
        at path: String, _ account: Account, _ surroundings: Surroundings
    ) async throws(CommandFailure) -> FileJournal {
        do throws(JournalError) {
            return try await FileJournal(
                at: path, for: account.identity, secret: account.credentials.journalSecret, beginsNew: false,
                now: surroundings.now)
        } catch {
            throw CommandFailure(error)
        }
    }
}
