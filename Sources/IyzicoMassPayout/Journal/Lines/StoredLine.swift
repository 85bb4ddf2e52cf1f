package import Foundation
package import KurusRuntime

/// A line of a journal's file: one JSON object, its member `entry` the kind.
///
/// An unknown kind or member is an error, because an entry of a newer version must not be skipped when money depends on
/// it. In the first version of the file, lines have no time, actor and token.
package struct StoredLine: Hashable, Sendable {
    package enum Entry: Hashable, Sendable {
        /// An order, written before the first call.
        case plan(RecordedPlan)
        /// A step of one payout, by the payout's id.
        case step(payoutID: String, JournalStep)
    }

    package let entry: Entry
    package let time: Date?
    package let actor: String?
    package let token: String?

    package init(_ entry: Entry, time: Date? = nil, actor: String? = nil, token: String? = nil) {
        self.entry = entry
        self.time = time
        self.actor = actor
        self.token = token
    }
}

extension StoredLine {
    init(_ recording: OrderRecording, at time: Date) {
        self.init(.plan(recording.plan), time: time, actor: recording.actor, token: recording.token)
    }

    init(_ append: JournalAppend, at time: Date) {
        self.init(
            .step(payoutID: append.payoutID, append.step), time: time, actor: append.actor, token: append.token)
    }
}

extension StoredLine: JSONReadable, JSONWritable {
    package init(from reader: inout JSONReader) throws(JSONError) {
        let start = reader.offset
        let members = try LineMembers(from: &reader)
        guard let entry = members.entry, members.isStamped || !members.isPartlyStamped else {
            throw JSONError(.notRepresentable(type: "StoredLine"), offset: start)
        }
        self.init(entry, time: members.time, actor: members.actor, token: members.token)
    }

    package func write(to writer: inout JSONWriter) {
        LineMembers(self).write(to: &writer)
    }
}

extension JournalStep {
    /// The step's name in a line.
    package var kind: String {
        switch self {
        case .initializing: "initializing"
        case .notInitialized: "notInitialized"
        case .startedElsewhere: "startedElsewhere"
        case .initialized: "initialized"
        case .pinned: "pinned"
        case .released: "released"
        case .authorizing: "authorizing"
        case .authorizationNotSent: "authorizationNotSent"
        case .following: "following"
        case .cancelling: "cancelling"
        case .ended: "ended"
        }
    }
}

/// The members of a line of any kind.
private struct LineMembers {
    private var kind = ""
    private var id = ""
    private var requestID: String?
    private var refusedItems: [String]?
    private var ends: [RecordedEnd]?
    private var payouts: [RecordedPayout]?
    private var number: Int?
    private var writer: String?
    private(set) var time: Date?
    private(set) var actor: String?
    private(set) var token: String?

    fileprivate var isStamped: Bool { time != nil && actor != nil && token != nil }
    fileprivate var isPartlyStamped: Bool { time != nil || actor != nil || token != nil }

    init(from reader: inout JSONReader) throws(JSONError) {
        while let key = try reader.nextKey() {
            switch key {
            case "entry": kind = try reader.read(String.self)
            case "id": id = try reader.read(String.self)
            case "requestId": requestID = try reader.read(String.self)
            case "refusedItems": refusedItems = try reader.read([String].self)
            case "ends": ends = try reader.read([RecordedEnd].self)
            case "payouts": payouts = try reader.read([RecordedPayout].self)
            case "number": number = try reader.read(Int.self)
            case "writer": writer = try reader.read(String.self)
            case "time": time = try JournalTime.read(from: &reader)
            case "actor": actor = try reader.read(String.self)
            case "token": token = try reader.read(String.self)
            default: throw JSONError(.notRepresentable(type: "StoredLine"), offset: reader.offset)
            }
        }
    }

    init(_ line: StoredLine) {
        switch line.entry {
        case .plan(let plan):
            kind = "plan"
            id = plan.id
            payouts = plan.payouts
        case .step(let payoutID, let step):
            id = payoutID
            set(step)
        }
        (time, actor, token) = (line.time, line.actor, line.token)
    }

    private mutating func set(_ step: JournalStep) {
        kind = step.kind
        switch step {
        case .initializing, .notInitialized, .startedElsewhere, .released: break
        case .initialized(let request, let refused), .pinned(let request, let refused):
            (requestID, refusedItems) = (request, refused)
        case .authorizing(let request, let number): (requestID, self.number) = (request, number == 0 ? nil : number)
        case .authorizationNotSent(let number, let writer):
            (self.number, self.writer) = (number == 0 ? nil : number, writer)
        case .following(let request), .cancelling(let request): requestID = request
        case .ended(let recorded): ends = recorded
        }
    }

    /// The entry; nil when members are missing.
    var entry: StoredLine.Entry? {
        guard !id.isEmpty else { return nil }
        if kind == "plan" { return payouts.map { .plan(RecordedPlan(id: id, payouts: $0)) } }
        return step.map { .step(payoutID: id, $0) }
    }

    private var step: JournalStep? {
        switch kind {
        case "initializing": .initializing
        case "notInitialized": .notInitialized
        case "startedElsewhere": .startedElsewhere
        case "initialized": both.map { .initialized(requestID: $0, refusedItems: $1) }
        case "pinned": both.map { .pinned(requestID: $0, refusedItems: $1) }
        case "released": .released
        case "authorizing": requestID.map { .authorizing(requestID: $0, number: number ?? 0) }
        case "authorizationNotSent": .authorizationNotSent(number: number ?? 0, writer: writer)
        case "following": .following(requestID: requestID)
        case "cancelling": .cancelling(requestID: requestID)
        case "ended": ends.map { .ended($0) }
        default: nil
        }
    }

    private var both: (String, [String])? {
        if let requestID, let refusedItems { (requestID, refusedItems) } else { nil }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("entry", kind)
            writer.member("id", id)
            writer.memberIfPresent("time", time.map(JournalTime.text))
            writer.memberIfPresent("actor", actor)
            writer.memberIfPresent("requestId", requestID)
            writer.memberIfPresent("number", number)
            writer.memberIfPresent("writer", self.writer)
            writer.memberIfPresent("refusedItems", refusedItems)
            writer.memberIfPresent("ends", ends)
            writer.memberIfPresent("payouts", payouts)
            writer.memberIfPresent("token", token)
        }
    }
}
