/// One response: status, fields and the whole content, decompressed.
///
/// Printed and reflected as status and length, because fields and content hold people's data.
public struct HTTPResponse: Hashable, Sendable {
    /// The status code (RFC 9110 §15), 100 to 599.
    public var status: Int
    /// The header fields.
    public var fields: HTTPFields
    /// The content, empty where there is none.
    public var body: [UInt8]

    /// A response as it came.
    public init(status: Int, fields: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.fields = fields
        self.body = body
    }
}

extension HTTPResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "status \(status), \(body.count) bytes" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}
