public import KurusRuntime

/// Tells by the body's `status` what an answer of iyzico says: iyzico's services send one failure with status 200 here
/// and with 4xx there.
///
/// - `success` is an answer at any HTTP status. One with another status than 2xx contradicts itself: the client then
///   makes it unreadable, or for a write an unknown outcome, since its status is none that is documented for a success.
/// - `failure` is a refusal at any HTTP status. For a write the client holds it for certain only below 500.
/// - Anything else is unclear: another value, none, JSON that breaks a rule (a second `status` among them), a proxy's
///   page.
public struct IyzicoRefusals: RefusalRule {
    /// The rule has no settings.
    public init() {}

    public func meaning(of response: HTTPResponse) -> ResponseMeaning {
        switch Self.status(in: response.body) {
        // What follows the status is read by who reads the whole answer.
        case "success": .answer
        case "failure": Self.isWhole(response.body) ? .refusal : .unclear
        default: .unclear
        }
    }

    private static func status(in body: [UInt8]) -> String? {
        let found = try? JSONReader.withReader(of: body, at: 0) { (reader) throws(JSONError) in
            try reader.peekMember("status")
        }
        return found?.result
    }

    private static func isWhole(_ body: [UInt8]) -> Bool {
        (try? JSONReader.withReader(of: body) { (reader) throws(JSONError) in try reader.skip() }) != nil
    }
}
