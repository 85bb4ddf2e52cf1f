/// Remembers what was about to be done, so that a run that ends anywhere is taken up where it ended.
///
/// An entry is on the disk, or wherever it survives this process, before `append` returns: the step that it announces
/// is only taken then. A journal has one owner at a time; who opens it keeps every other process out.
public protocol PayoutJournal: Sendable {
    /// Every entry in the order in which it was appended.
    func entries() throws(JournalError) -> [JournalEntry]

    /// Keeps an entry for good.
    func append(_ entry: JournalEntry) throws(JournalError)

    /// Takes a payout for one task of this process.
    ///
    /// - Returns: false when another task has it.
    func claim(_ payoutID: String) -> Bool

    /// Gives a claimed payout back.
    func release(_ payoutID: String)
}
