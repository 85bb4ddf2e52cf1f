import Foundation
public import KurusRuntime

/// Adds Basic authorization (RFC 7617): the API key as the user name, the password empty.
///
/// The field shows the key to whoever reads it, so it is sent by https only, or to this machine.
public struct JuspaySigner: RequestSigner {
    private let credentials: JuspayCredentials

    /// Signs with these credentials.
    public init(_ credentials: JuspayCredentials) {
        self.credentials = credentials
    }

    /// Adds the key, if the request is encrypted or stays on this machine.
    ///
    /// - Throws: `UnencryptedServer` for another scheme than https and another machine.
    public func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws {
        try UnencryptedServer.check(request.url)
        request.fields["Authorization"] = credentials.apiKey.reveal {
            "Basic \(Data("\($0):".utf8).base64EncodedString())"
        }
    }
}

extension JuspaySigner: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "JuspaySigner(\(credentials))" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A server to which an API key would go unencrypted.
public struct UnencryptedServer: Error, Hashable, Sendable, CustomStringConvertible {
    /// The error has no details.
    public init() {}

    static func check(_ url: URL) throws(UnencryptedServer) {
        guard url.scheme?.lowercased() == "https" || LoopbackHost.isHost(of: url) else { throw UnencryptedServer() }
    }

    public var description: String { "the API key is sent by https only, or to this machine" }
}
