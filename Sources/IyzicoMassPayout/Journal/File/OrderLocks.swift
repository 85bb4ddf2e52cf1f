import Foundation
import KurusRuntime
import Synchronization

/// Claims of payouts by system locks on a file for each order, in a folder beside the journal.
///
/// A lock ends with its process, so a claim needs no end of its own. The file names the lock's holder, for others that
/// find the order busy, and is removed with the last claim.
final class OrderLocks: Sendable {
    /// An order's lock and the owners of its payouts.
    private final class HeldOrder: Sendable {
        private let descriptor: OwnedDescriptor
        private let owners: Mutex<[String: LeaseOwner]>

        init(_ descriptor: consuming OwnedDescriptor, _ payoutID: String, _ owner: LeaseOwner) {
            self.descriptor = descriptor
            owners = Mutex([payoutID: owner])
        }

        /// - Returns: The other owner of the payout; nil when it was taken.
        func take(_ payoutID: String, for owner: LeaseOwner) -> LeaseOwner? {
            owners.withLock { owners in
                if let other = owners[payoutID], other != owner { return other }
                owners[payoutID] = owner
                return nil
            }
        }

        func isHeld(_ lease: JournalLease) -> Bool {
            owners.withLock { $0[lease.payoutID] == lease.owner }
        }

        /// - Returns: Whether all payouts of the order are released.
        func giveBack(_ lease: JournalLease) -> Bool {
            owners.withLock { owners in
                if owners[lease.payoutID] == lease.owner { owners[lease.payoutID] = nil }
                return owners.isEmpty
            }
        }
    }

    private let folder: String
    private let orders = Mutex<[String: HeldOrder]>([:])

    /// - Parameter path: The path of the journal.
    init(besideJournalAt path: String) {
        folder = path + ".locks"
    }

    /// Takes a payout of an order. Payouts of one order are taken by one process at a time.
    func claim(
        _ payoutID: String, of orderID: String, by owner: LeaseOwner
    ) throws(JournalError) -> ClaimOutcome {
        try orders.withLock { (orders) throws(JournalError) in
            if let order = orders[orderID] {
                if let other = order.take(payoutID, for: owner) { return .busy(other) }
            } else {
                switch try lock(orderID, owner) {
                case .busy(let other): return .busy(other)
                case .taken(let number): orders[orderID] = HeldOrder(OwnedDescriptor(number), payoutID, owner)
                }
            }
            return .claimed(JournalLease(payoutID: payoutID, owner: owner, end: nil))
        }
    }

    func isHeld(_ lease: JournalLease, of orderID: String) -> Bool {
        orders.withLock { $0[orderID]?.isHeld(lease) ?? false }
    }

    func release(_ lease: JournalLease, of orderID: String) {
        orders.withLock { orders in
            guard orders[orderID]?.giveBack(lease) == true else { return }
            // Removed while the lock is held: a process that opened the file before finds it gone and opens it again.
            unlink(path(of: orderID))
            orders[orderID] = nil
        }
    }

    /// Whether any order of the journal is being worked on, by this process or another.
    func isAnyHeld() -> Bool {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.contains { name in
            let number = open(folder + "/" + name, O_RDWR | O_CLOEXEC | O_NOFOLLOW)
            guard number >= 0 else { return false }
            let descriptor = OwnedDescriptor(number)
            return flock(descriptor.number, LOCK_EX | LOCK_NB) != 0
        }
    }

    private enum LockOutcome {
        case taken(Int32)
        case busy(LeaseOwner?)
    }

    private func lock(_ orderID: String, _ owner: LeaseOwner) throws(JournalError) -> LockOutcome {
        let path = path(of: orderID)
        try JournalFolder.make(above: path)
        while true {
            let number = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode_t(0o600))
            guard number >= 0 else { throw .ofSystem(path, "cannot open") }
            guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
                let isBusy = errno == EWOULDBLOCK
                let other = LeaseNote.read(number)
                close(number)
                guard isBusy else { throw .ofSystem(path, "cannot lock") }
                return .busy(other)
            }
            guard isNamed(path, number) else {
                close(number)
                continue
            }
            LeaseNote.write(owner, to: number)
            return .taken(number)
        }
    }

    /// Whether a path still leads to an open file.
    private func isNamed(_ path: String, _ number: Int32) -> Bool {
        var named = stat()
        var opened = stat()
        return stat(path, &named) == 0 && fstat(number, &opened) == 0 && named.st_ino == opened.st_ino
            && named.st_dev == opened.st_dev
    }

    /// Returns the path of an order's lock file; an order's id may hold characters that file names cannot.
    private func path(of orderID: String) -> String {
        folder + "/" + Hexadecimal.text(SHA256Digest.digest(Array(orderID.utf8)).prefix(16)) + ".lock"
    }
}

/// The holder of a lock in its file, only for people to read.
private enum LeaseNote {
    static func write(_ owner: LeaseOwner, to number: Int32) {
        let bytes = JSONWriter.bytes(of: NotedOwner(owner: owner))
        ftruncate(number, 0)
        _ = bytes.withUnsafeBytes { pwrite(number, $0.baseAddress, $0.count, 0) }
    }

    static func read(_ number: Int32) -> LeaseOwner? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = bytes.withUnsafeMutableBytes { pread(number, $0.baseAddress, $0.count, 0) }
        guard count > 0 else { return nil }
        return (try? JSONReader.read(NotedOwner.self, from: Array(bytes.prefix(count))))?.owner
    }
}

private struct NotedOwner {
    let owner: LeaseOwner
}

extension NotedOwner: JSONReadable, JSONWritable {
    init(from reader: inout JSONReader) throws(JSONError) {
        var actor: String?
        var host: String?
        var process: Int?
        while let key = try reader.nextKey() {
            switch key {
            case "actor": actor = try reader.read(String.self)
            case "host": host = try reader.read(String.self)
            case "process": process = try reader.read(Int.self)
            default: try reader.skip()
            }
        }
        owner = LeaseOwner(
            token: "", actor: try reader.require(actor, "actor"), host: try reader.require(host, "host"),
            process: Int32(truncatingIfNeeded: try reader.require(process, "process")))
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("actor", owner.actor)
            writer.member("host", owner.host)
            writer.member("process", Int(owner.process))
        }
    }
}
