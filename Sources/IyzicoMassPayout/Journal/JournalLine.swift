import KurusJSON

/// The members of a line, before it is known which belong together.
struct JournalLine {
    private var kind = ""
    private var id = ""
    private var requestID: String?
    private var refusedItems: [String]?
    private var ends: [RecordedEnd]?
    private var payouts: [RecordedPayout]?

    init(from reader: inout JSONReader) throws(JSONError) {
        while let key = try reader.nextKey() {
            switch key {
            case "entry": kind = try reader.read(String.self)
            case "id": id = try reader.read(String.self)
            case "requestId": requestID = try reader.read(String.self)
            case "refusedItems": refusedItems = try reader.read([String].self)
            case "ends": ends = try reader.read([RecordedEnd].self)
            case "payouts": payouts = try reader.read([RecordedPayout].self)
            default: throw JSONError(.notRepresentable(type: "JournalEntry"), offset: reader.offset)
            }
        }
    }

    init(_ entry: JournalEntry) {
        switch entry {
        case .plan(let plan):
            kind = "plan"
            id = plan.id
            payouts = plan.payouts
        case .step(let payoutID, let step):
            id = payoutID
            set(step)
        }
    }

    private mutating func set(_ step: JournalStep) {
        switch step {
        case .initializing: kind = "initializing"
        case .notInitialized: kind = "notInitialized"
        case .startedElsewhere: kind = "startedElsewhere"
        case .initialized(let request, let refused): (kind, requestID, refusedItems) = ("initialized", request, refused)
        case .pinned(let request, let refused): (kind, requestID, refusedItems) = ("pinned", request, refused)
        case .authorizing(let request): (kind, requestID) = ("authorizing", request)
        case .authorizationNotSent: kind = "authorizationNotSent"
        case .following(let request): (kind, requestID) = ("following", request)
        case .cancelling(let request): (kind, requestID) = ("cancelling", request)
        case .ended(let recorded): (kind, ends) = ("ended", recorded)
        }
    }

    /// The entry, nil when members are missing.
    var entry: JournalEntry? {
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
        case "authorizing": requestID.map { .authorizing(requestID: $0) }
        case "authorizationNotSent": .authorizationNotSent
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
            writer.memberIfPresent("requestId", requestID)
            writer.memberIfPresent("refusedItems", refusedItems)
            writer.memberIfPresent("ends", ends)
            writer.memberIfPresent("payouts", payouts)
        }
    }
}
