import Foundation
import IyzicoMassPayout
import KurusCommandLine
import KurusRuntime

/// `payouts rekey`: continues the journal of an account under its new keys.
struct RekeyCommand: Command {
    private let oldFile: String
    private let newFile: String?
    private let journals: String?
    private let format: OutputFormat
    private let options: RunOptions

    init(_ arguments: ParsedArguments) throws(UsageError) {
        _ = try arguments.operands([])
        guard let oldFile = try arguments[Self.oldCredentials] else {
            throw UsageError(
                "the old keys are needed, in a file that '--old-credentials' names", in: arguments.command)
        }
        self.oldFile = oldFile
        newFile = try arguments[AccountChoice.credentials]
        journals = try arguments[AccountChoice.journal]
        format = try arguments[OutputFormat.option]
        options = try RunOptions(arguments)
    }

    func run(_ context: CommandContext) async throws(CommandFailure) -> ExitStatus {
        let isInDatabase = journals == DatabaseJournal.word
        let folder = try isInDatabase ? "" : StateFolder.journals(journals, context)
        let old = Account(try Keys(file: oldFile, context), journals: folder)
        let new = Account(try Keys(file: newFile, context), journals: folder)
        guard old.identity.host == new.identity.host else {
            throw CommandFailure(
                .usage, "the old keys are for \(old.identity.host), the new ones for \(new.identity.host)")
        }
        if isInDatabase {
            try await DatabaseJournal.rekey(from: old, to: new, actor: options.actor, context)
            tell(of: DatabaseJournal.word, "the journal in the database", context)
        } else if let oldPath = old.journalPath, let newPath = new.journalPath {
            try await rewrap(JournalMove(from: oldPath, to: newPath), old, new, context)
            tell(of: newPath, "the journal \(newPath)", context)
        }
        return .done
    }

    private func tell(of journal: String, _ words: String, _ context: CommandContext) {
        switch format {
        case .text: context.output("\(words) is kept under the new keys\n")
        case .json: context.output(ExitStatus.done.jsonLine(["journal": .text(journal)]))
        }
    }

    /// Wraps the key, then moves the journal. The next run completes one that ended in between.
    private func rewrap(
        _ move: JournalMove, _ old: Account, _ new: Account, _ context: CommandContext
    ) async throws(CommandFailure) {
        let path = try move.checkedPath()
        try await journaled { () async throws(JournalError) in
            try await FileJournal.rekey(
                at: path, for: old.identity, from: old.credentials.journalSecret, to: new.credentials.journalSecret,
                actor: options.actor, now: context.now)
        }
        try move.move()
    }

    private static let oldCredentials = Option<String?>(
        "--old-credentials", "FILE",
        "A file of the old keys, in the form of --credentials; its mode also has to be 0600.")

    static let definition = CommandDefinition(
        name: "rekey",
        summary: "continue a journal under changed keys",
        synopses: ["payouts rekey --old-credentials FILE [OPTION...]"],
        paragraphs: [
            "A journal has its own key, kept wrapped under the account's secret key. After the account's keys were "
                + "changed at iyzico, this command wraps it under the new secret. If the API key was changed too, it "
                + "moves the journal to the new key's folder. The journal keeps everything it knows: payments under "
                + "the old keys are not repeated under the new ones.",
            "The old keys come from the file that --old-credentials names, the new ones from the sources that every "
                + "command uses; neither is ever an argument. Both have to be for the same host. If a run is stopped, "
                + "the next one completes it.",
            "With --journal postgres the journal stays in the database, and workers that have it open continue.",
            Manual.credentials,
            "JSON: journal (its path, or postgres) and exitStatus. " + Manual.failureAsJSON,
        ],
        options: [
            oldCredentials,
            RunOptions.actor, OutputFormat.option, AccountChoice.credentials, AccountChoice.journal,
        ],
        exitStatuses: [
            (.done, "The journal is kept under the new keys."),
            (.usage, "The command line is wrong, or keys are missing or cannot be used."),
            (.unusableInput, "There is no journal, it cannot be used, or both keys have one."),
            (.busy, "A run is using the journal. Wait, and run it again."),
        ],
        examples: [
            (
                "payouts rekey --old-credentials old-keys --credentials new-keys",
                "After a rotation; then delete old-keys."
            )
        ],
        environment: Manual.environment, files: [Manual.journalFile])
}

/// Moves a journal from the folder of one key to that of another.
private struct JournalMove {
    /// The path of the journal's file before, and after; they are equal where only the secret was changed.
    let from: String
    let to: String

    /// Returns the current path of the journal.
    ///
    /// - Throws: A failure where the new key already has a journal, or a run is using the old one.
    func checkedPath() throws(CommandFailure) -> String {
        if from == to { return from }
        let (isOld, isNew) = (exists(from), exists(to))
        if isOld, isNew {
            throw CommandFailure(
                .unusableInput, "both keys have a journal, \(from) and \(to); two journals cannot become one")
        }
        let path = isNew ? to : from
        if FileJournal.isInUse(at: path) {
            throw CommandFailure(.busy, "a run is using the journal \(path); wait for its end")
        }
        return path
    }

    func move() throws(CommandFailure) {
        guard from != to, exists(from) else { return }
        let (oldFolder, newFolder) = (folder(of: from), folder(of: to))
        do throws(FileReading.Failure) {
            try PrivateFolder.make(folder(of: newFolder))
        } catch {
            throw CommandFailure(.unusableInput, "the folder of \(newFolder) cannot be made: \(error.reason)")
        }
        guard rename(oldFolder, newFolder) == 0 else {
            let reason = String(cString: strerror(errno))
            throw CommandFailure(
                .unusableInput,
                "\(oldFolder) cannot become \(newFolder): \(reason). Its key is wrapped under the new secret; run it again"
            )
        }
    }

    private func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

    private func folder(of path: String) -> String { (path as NSString).deletingLastPathComponent }
}
