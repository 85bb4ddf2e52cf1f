public import KurusRuntime

/// The envelope of a failure: what iyzico says when it does not do what was asked.
public struct IyzicoFailure: Hashable, Sendable {
    /// iyzico sends it as a string or as a bare number.
    public let code: IyzicoErrorCode?
    /// In the language that was asked for. It may repeat what was sent.
    public let message: String?
    /// The group of errors that the provider counts it to, such as `VALIDATION`.
    public let group: String?

    /// A failure as the provider reports it.
    public init(code: IyzicoErrorCode?, message: String? = nil, group: String? = nil) {
        self.code = code
        self.message = message
        self.group = group
    }

    /// The envelope in a refusal; nil when it is none, or its status is not `failure`.
    public init?(_ refusal: Refusal) {
        guard let failure = refusal.read(IyzicoFailureEnvelope.self)?.failure else { return nil }
        self = failure
    }
}

extension IyzicoFailure: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The code; the message is left out, since it may repeat a name that was sent.
    public var description: String { "iyzico's failure" + (code.map { " \($0)" } ?? "") }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The members of a failure, each of any kind, so that one of an odd kind does not hide the others.
private struct IyzicoFailureEnvelope: JSONReadable {
    var failure: IyzicoFailure?

    init(from reader: inout JSONReader) throws(JSONError) {
        guard case .object(let members) = try reader.read(JSONValue.self),
            members["status"] == .string("failure")
        else { return }
        failure = IyzicoFailure(
            code: Self.text(members["errorCode"]).map(IyzicoErrorCode.init(rawValue:)),
            message: Self.text(members["errorMessage"]), group: Self.text(members["errorGroup"]))
    }

    private static func text(_ value: JSONValue?) -> String? {
        switch value {
        case .string(let text): text
        case .number(let number): number.text
        default: nil
        }
    }
}
