import Foundation
import KurusHTTP

/// Where a page may be fetched: https, and http from this machine.
struct PageAddress: Equatable {
    let url: URL

    var text: String {
        url.absoluteString
    }

    init?(_ text: String) {
        guard let url = URL(string: text), url.host(percentEncoded: false)?.isEmpty == false,
            !Self.holdsCredentials(text)
        else { return nil }
        switch url.scheme {
        case "https": break
        case "http" where LoopbackHost.isHost(of: url): break
        default: return nil
        }
        self.url = url
    }

    /// Whether it has a part that only a few may read: `https://name:password@example.com/` (RFC 3986 §3.2.1).
    static func holdsCredentials(_ text: String) -> Bool {
        guard let url = URL(string: text) else { return text.contains("@") }
        return url.user != nil || url.password != nil
    }

    /// Where a redirect leads (RFC 9110 §10.2.2); nil where it may not: to http elsewhere, or from outside to this machine
    /// or its neighbours.
    func redirected(to location: String) -> PageAddress? {
        guard let url = URL(string: location, relativeTo: url)?.absoluteURL,
            let next = PageAddress(url.absoluteString), isLoopback || next.host == host || next.isPublic
        else { return nil }
        return next
    }

    private var isLoopback: Bool {
        LoopbackHost.isHost(of: url)
    }

    private var host: String {
        url.host(percentEncoded: false)?.lowercased() ?? ""
    }

    /// Whether the host is a name of the public internet: no address, in whatever spelling, and no name of a network of
    /// one's own (RFC 6761 §6.3, RFC 6762 §3, and what ICANN keeps for it).
    private var isPublic: Bool {
        let labels = host.split(separator: ".")
        guard labels.count > 1, let last = labels.last, last.utf8.first.map({ !(0x30...0x39).contains($0) }) ?? false
        else { return false }
        return !host.contains(":") && !["localhost", "localdomain", "local", "internal"].contains(last)
    }
}
