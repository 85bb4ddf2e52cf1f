public import Foundation
public import IyzicoMassPayoutAPI
public import KurusRuntime

/// An event at the simulated provider; the entries in order define its whole state.
public enum LedgerEntry: Hashable, Sendable {
    /// The first entry of a ledger: the initial balance.
    case opened(balance: Decimal)
    /// A payout was stored.
    case initialized(InitializedPayout)
    /// A payout was authorized, or authorized again and paid again.
    case authorized(requestID: String, payments: [Payment], debited: Decimal)
    /// A payout was authorized without enough balance.
    case insufficientBalance(requestID: String)
    /// A payout was cancelled.
    case canceled(requestID: String)
    /// Authorized payouts advanced one step; `returned` is the sum that failed items returned to the balance.
    case advanced(requestIDs: [String], returned: Decimal)
}

/// A payout as initialized, with the outcome of each item.
public struct InitializedPayout: Hashable, Sendable {
    public let requestID: String
    public let request: MassPayoutInitializeRequest
    /// One outcome per item of the request, in order.
    public let outcomes: [ItemOutcome]
    /// The cost of each item beside its amount.
    public let commission: Decimal
}

extension LedgerEntry {
    var payments: [Payment] {
        if case .authorized(_, let payments, _) = self { payments } else { [] }
    }
}

extension LedgerEntry: MaskedText {
    /// The payout and its event, without items.
    public var description: String {
        switch self {
        case .opened: "opened"
        case .initialized(let payout): "initialized \(payout.requestID)"
        case .authorized(let requestID, let payments, _): "authorized \(requestID), \(payments.count) payments"
        case .insufficientBalance(let requestID): "insufficient balance for \(requestID)"
        case .canceled(let requestID): "canceled \(requestID)"
        case .advanced(let requestIDs, _): "advanced \(requestIDs.joined(separator: ", "))"
        }
    }
}

// An entry is one line of a file: an object whose member `entry` names the kind.
extension LedgerEntry: JSONReadable, JSONWritable {
    public func write(to writer: inout JSONWriter) {
        switch self {
        case .opened(let balance):
            writer.object { writer in
                writer.member("entry", "opened")
                writer.member("balance", balance)
            }
        case .initialized(let payout): payout.write(to: &writer)
        case .authorized(let requestID, let payments, let debited):
            writer.object { writer in
                writer.member("entry", "authorized")
                writer.member("requestId", requestID)
                writer.member("payments", payments)
                writer.member("debited", debited)
            }
        case .insufficientBalance(let requestID): Self.write("insufficientBalance", requestID, to: &writer)
        case .canceled(let requestID): Self.write("canceled", requestID, to: &writer)
        case .advanced(let requestIDs, let returned):
            writer.object { writer in
                writer.member("entry", "advanced")
                writer.member("requestIds", requestIDs)
                writer.member("returned", returned)
            }
        }
    }

    private static func write(_ entry: String, _ requestID: String, to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("entry", entry)
            writer.member("requestId", requestID)
        }
    }

    public init(from reader: inout JSONReader) throws(JSONError) {
        let line = try LedgerLine(from: &reader)
        switch line.entry {
        case "opened": self = .opened(balance: try reader.require(line.balance, "balance"))
        case "initialized": self = .initialized(try line.initialized(&reader))
        case "authorized":
            self = .authorized(
                requestID: try reader.require(line.requestID, "requestId"),
                payments: try reader.require(line.payments, "payments"),
                debited: try reader.require(line.debited, "debited"))
        case "insufficientBalance":
            self = .insufficientBalance(requestID: try reader.require(line.requestID, "requestId"))
        case "canceled": self = .canceled(requestID: try reader.require(line.requestID, "requestId"))
        case "advanced":
            self = .advanced(
                requestIDs: try reader.require(line.requestIDs, "requestIds"),
                returned: try reader.require(line.returned, "returned"))
        default: self = try reader.require(nil, "entry")
        }
    }
}

extension InitializedPayout {
    fileprivate func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("entry", "initialized")
            writer.member("requestId", requestID)
            writer.member("request", request)
            writer.member("outcomes", outcomes.map(\.rawValue))
            writer.member("commission", commission)
        }
    }
}

/// The members of every kind of line.
private struct LedgerLine {
    var entry: String?
    var requestID: String?
    var requestIDs: [String]?
    var balance: Decimal?
    var debited: Decimal?
    var returned: Decimal?
    var commission: Decimal?
    var payments: [Payment]?
    var request: MassPayoutInitializeRequest?
    var outcomes: [String]?

    init(from reader: inout JSONReader) throws(JSONError) {
        while let key = try reader.nextKey() {
            switch key {
            case "entry": entry = try reader.read(String.self)
            case "requestId": requestID = try reader.read(String.self)
            case "requestIds": requestIDs = try reader.read([String].self)
            case "balance": balance = try reader.read(Decimal.self)
            case "debited": debited = try reader.read(Decimal.self)
            case "returned": returned = try reader.read(Decimal.self)
            case "commission": commission = try reader.read(Decimal.self)
            case "payments": payments = try reader.read([Payment].self)
            case "request": request = try reader.read(MassPayoutInitializeRequest.self)
            case "outcomes": outcomes = try reader.read([String].self)
            default: try reader.skip()
            }
        }
    }

    func initialized(_ reader: inout JSONReader) throws(JSONError) -> InitializedPayout {
        let request = try reader.require(request, "request")
        let outcomes = (outcomes ?? []).compactMap(ItemOutcome.init(rawValue:))
        return InitializedPayout(
            requestID: try reader.require(requestID, "requestId"), request: request,
            outcomes: try reader.require(outcomes.count == request.items.count ? outcomes : nil, "outcomes"),
            commission: try reader.require(commission, "commission"))
    }
}
