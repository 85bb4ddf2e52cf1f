import Foundation
import KurusRuntime

/// To which hosts a key may be sent.
public enum KeyHosts: Hashable, Sendable {
    /// A sandbox key to `sandbox-api.iyzipay.com` and loopback addresses only; a production key to any host but
    /// `sandbox-api.iyzipay.com`.
    case matching
    /// Every key to every host: for a host of which you know what it does with the other kind of key.
    case any

    /// - Throws: `KeyHostMismatch` when a key of this kind must not be sent to the host of the URL.
    func check(isSandbox: Bool, _ url: URL) throws(KeyHostMismatch) {
        guard self == .matching else { return }
        let host = url.host(percentEncoded: true)?.lowercased() ?? ""
        let isOfSandbox = host == "sandbox-api.iyzipay.com"
        let isAllowed = isSandbox ? isOfSandbox || LoopbackHost.isHost(of: url) : !isOfSandbox
        guard isAllowed else { throw KeyHostMismatch(isSandbox: isSandbox, host: host) }
    }

    /// As `check(isSandbox:_:)` of a URL. A server whose URL cannot be used is left to the client, which says so.
    func check(isSandbox: Bool, _ server: APIServer) throws(KeyHostMismatch) {
        guard let url = URL(string: server.url, encodingInvalidCharacters: false) else { return }
        try check(isSandbox: isSandbox, url)
    }
}

/// A key that would go to the other kind of host; iyzico answers it by an error that does not say so.
public struct KeyHostMismatch: Error, Hashable, Sendable, CustomStringConvertible {
    /// Whether it is the key that is the sandbox's.
    public let isSandbox: Bool
    /// The host, in lower case.
    public let host: String

    /// An error about a key and the host that it was nearly sent to.
    public init(isSandbox: Bool, host: String) {
        self.isSandbox = isSandbox
        self.host = host
    }

    public var description: String {
        isSandbox
            ? "a sandbox key is not sent to \(host): it is for sandbox-api.iyzipay.com"
            : "a production key is not sent to \(host): it is for api.iyzipay.com"
    }
}
