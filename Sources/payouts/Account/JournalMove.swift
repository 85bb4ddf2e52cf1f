import Foundation
import IyzicoMassPayout
import KurusCommandLine

/// The way of a journal from the folder of one key to that of another.
struct JournalMove {
    private let from: String
    private let to: String

    /// - Parameters: the paths of the journal's file; the same where only the secret was changed.
    init(from: String, to: String) {
        self.from = from
        self.to = to
    }

    /// Where the journal is now.
    ///
    /// - Throws: where the new key has a journal already, or a run is at work on the old one.
    func checkedPath() throws(CommandFailure) -> String {
        if from == to { return from }
        let (isOld, isNew) = (exists(from), exists(to))
        if isOld, isNew {
            throw CommandFailure(
                .unusableInput, "both keys have a journal, \(from) and \(to); two journals cannot become one")
        }
        let path = isNew ? to : from
        if FileJournal.isInUse(at: path) {
            throw CommandFailure(.busy, "a run is at work on the journal \(path); wait for its end")
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
