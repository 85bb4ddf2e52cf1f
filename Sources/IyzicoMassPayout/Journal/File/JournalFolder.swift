public import Foundation

/// Creates and syncs the folders above a journal's file.
enum JournalFolder {
    /// Creates the folder of a file, mode 0700, and those above it, if missing.
    static func make(above path: String) throws(JournalError) {
        let folder = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: folder.isEmpty ? "." : folder, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw .system(path: folder, operation: "cannot make the folder", reason: Self.reason(error))
        }
    }

    /// Returns the system's reason if there is one; Foundation's text is a number.
    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
        guard underlying.domain == NSPOSIXErrorDomain else {
            return "there is a file of that name, or it may not be made"
        }
        return String(cString: strerror(Int32(underlying.code)))
    }

    /// Syncs the folders above a file, since a new name is on the disk only when its folder is. A folder that cannot be
    /// read was not created here.
    static func sync(above path: String) throws(JournalError) {
        var place = path
        repeat {
            let above = (place as NSString).deletingLastPathComponent
            place = above.isEmpty ? "." : above
            let number = open(place, O_RDONLY | O_CLOEXEC)
            guard number >= 0 else { return }
            let descriptor = OwnedDescriptor(number)
            guard FileSync.sync(descriptor.number) else { throw .ofSystem(place, "cannot sync") }
        } while place != "." && place != "/"
    }
}

/// The run that works on a payout.
public struct LeaseOwner: Hashable, Sendable {
    /// A random text that identifies the run.
    public let token: String
    /// The person or service at work.
    public let actor: String
    /// The name of the machine.
    public let host: String
    /// The process's number on that machine.
    public let process: Int32

    /// Creates an owner, by default in this process.
    ///
    /// - Parameters:
    ///   - token: A text that is unique among leases.
    ///   - actor: The person or service at work.
    ///   - host: This machine's name when nil.
    ///   - process: This process when nil.
    public init(token: String, actor: String, host: String? = nil, process: Int32? = nil) {
        self.token = token
        self.actor = actor
        self.host = host ?? ThisMachine.hostName
        self.process = process ?? ThisMachine.process
    }
}

extension LeaseOwner: CustomStringConvertible {
    /// `ayse@office, process 4711 on office`.
    public var description: String { "\(actor), process \(process) on \(host)" }
}

/// A payout claimed by one owner.
public struct JournalLease: Hashable, Sendable {
    /// The payout that is taken.
    public let payoutID: String
    /// The run that has it.
    public let owner: LeaseOwner
    /// Its end by the journal's clock; nil when it ends with its process.
    public let end: Date?

    /// A lease as the journal wrote it.
    public init(payoutID: String, owner: LeaseOwner, end: Date?) {
        self.payoutID = payoutID
        self.owner = owner
        self.end = end
    }
}

/// The outcome of a claim.
public enum ClaimOutcome: Hashable, Sendable {
    /// The payout is the caller's until the lease ends.
    case claimed(JournalLease)
    /// Another run has it, named if known.
    case busy(LeaseOwner?)
    /// The journal has no such payout.
    case unknownPayout
}

/// The names that identify this process in a journal.
public enum ThisMachine {
    /// The machine's own name, without a network lookup.
    public static let hostName: String = {
        var name = [UInt8](repeating: 0, count: 256)
        let isKnown = name.withUnsafeMutableBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            return start.map { gethostname($0, buffer.count - 1) == 0 } ?? false
        }
        let text = String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)
        return isKnown && !text.isEmpty ? text : "unknown"
    }()

    static let process = getpid()

    /// The default actor, `user@host`.
    public static let actor = "\(NSUserName())@\(hostName)"
}
