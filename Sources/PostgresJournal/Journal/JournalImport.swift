#if Postgres
import Foundation
public import IyzicoMassPayout
import KurusJSON

/// The result of importing a file's journal.
public struct JournalImport: Hashable, Sendable {
    /// How many orders are new in the database.
    public internal(set) var imported = 0
    /// How many orders were known and continued in the file: their new lines were added.
    public internal(set) var extended = 0
    /// How many orders were known with all lines of the file.
    public internal(set) var known = 0
    /// The ids of orders that the database has with other items or lines, or whose payouts it has in another order;
    /// they were not changed.
    public internal(set) var refused: [String] = []
}

extension PostgresJournal {
    /// Imports the orders of a file's journal into this account's journal, each in one transaction, with their numbers,
    /// times, actors and lines. Repeating it changes nothing.
    ///
    /// Recipients and bodies are hashed under a journal's own key and cannot be hashed again, since recipients are not
    /// stored. So a database's journal without orders takes over the file's key, and one with orders accepts only a
    /// file with the same key: under two keys, a payment of one would not be recognized as a repeat of one of the
    /// other.
    ///
    /// Do not pay with the file afterwards: neither journal would know the other's payments.
    ///
    /// - Throws: `JournalError`; `unavailable` when the database's journal has orders under another key.
    public static func importOrders(
        of file: FileJournal, into settings: PostgresSettings, for identity: JournalIdentity, secret: JournalSecret,
        actor: String = ThisMachine.actor
    ) async throws(JournalError) -> JournalImport {
        let begun = try await open(settings, for: identity, secret: secret, actor: actor, connections: 1)
        let account = JournalAccount(identity: identity, secret: secret, actor: actor)
        let key = file.key
        let isKept = try await begun.writing { session, scope throws(PostgresError) in
            try session.keep(key, account, scope)
        }
        guard isKept else {
            throw .unavailable(
                reason: "the database's journal has orders under another key than the file's; what is hashed under two "
                    + "keys cannot be compared, so that a repeated payment would not be found")
        }
        let journal = try await open(settings, for: identity, secret: secret, actor: actor, connections: 1)
        var report = JournalImport()
        var position = 0
        while true {
            let orders = try file.orders(after: position, limit: 100)
            guard let last = orders.last else { return report }
            for order in orders { report.add(try await journal.take(order), order.id) }
            position = last.position
        }
    }

    private func take(_ order: JournaledOrder) async throws(JournalError) -> TakenOrder {
        try await writing(for: .seconds(600)) { session, scope throws(PostgresError) in
            try session.take(order, scope)
        }
    }
}

/// The result for one order.
private enum TakenOrder {
    case imported
    case extended
    case known
    case refused
}

extension JournalImport {
    fileprivate mutating func add(_ taken: TakenOrder, _ id: String) {
        switch taken {
        case .imported: imported += 1
        case .extended: extended += 1
        case .known: known += 1
        case .refused: refused.append(id)
        }
    }
}

extension PostgresSession {
    /// Gives a journal without orders this key. Returns false when it has orders under another key.
    fileprivate mutating func keep(
        _ key: JournalKey, _ account: JournalAccount, _ scope: JournalScope
    ) throws(PostgresError) -> Bool {
        try lockKeys()
        try lockRecording(scope.merchant)
        if try keyFingerprint(of: scope.merchant) == key.fingerprint { return true }
        if try hasOrders(scope.merchant) { return false }
        try insert(key, of: scope.merchant, account, at: scope.now)
        return true
    }

    fileprivate mutating func take(_ order: JournaledOrder, _ scope: JournalScope) throws(PostgresError) -> TakenOrder {
        try query("SET LOCAL lock_timeout = 60000")
        try lockRecording(scope.merchant)
        try checkKey(scope)
        if let known = try self.order(order.id, scope) { return try goOn(known, with: order, scope) }
        guard try knownPayout(order.plan, scope) == nil else { return .refused }
        let stamp = JournalStamp(time: order.recordedAt, actor: order.actor)
        try insert(order.plan, token: "import", stamp, scope)
        for payout in order.payouts { try add(payout.lines[...], to: payout.payout.id, scope) }
        return .imported
    }

    /// Adds the file's lines after those of the database.
    private mutating func goOn(
        _ known: JournaledOrder, with order: JournaledOrder, _ scope: JournalScope
    ) throws(PostgresError) -> TakenOrder {
        guard known.plan == order.plan, known.recordedAt == order.recordedAt, known.actor == order.actor else {
            return .refused
        }
        let pairs = zip(known.payouts, order.payouts)
        let isOneHistory = pairs.allSatisfy { zip($0.lines, $1.lines).allSatisfy { $0 == $1 } }
        guard isOneHistory else { return .refused }
        var taken = TakenOrder.known
        for (known, payout) in pairs where payout.lines.count > known.lines.count {
            try add(payout.lines[known.lines.count...], to: payout.payout.id, scope)
            taken = .extended
        }
        return taken
    }

    private mutating func add(
        _ lines: ArraySlice<JournalLine>, to payoutID: String, _ scope: JournalScope
    ) throws(PostgresError) {
        guard !lines.isEmpty else { return }
        guard var chain = try lineChain(ofPayout: payoutID, scope) else { throw .unexpectedAnswer }
        for line in lines {
            // Another writer's line at this number rolls the order back; the next import compares the order with it.
            guard let next = try insert(line, chain, scope) else {
                throw .refused(.lockNotAvailable, message: "overtaken")
            }
            chain = next
        }
    }
}
#endif
