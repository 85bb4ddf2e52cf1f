import Foundation
import KurusHTTP

/// Where a page may be fetched: https, and http from this machine.
struct PageAddress: Equatable {
    let url: URL

    var text: String {
        url.absoluteString
    }

    init?(_ text: String) {
        guard let url = URL(string: text), url.host(percentEncoded: false)?.isEmpty == false else { return nil }
        switch url.scheme {
        case "https": break
        case "http" where LoopbackHost.isHost(of: url): break
        default: return nil
        }
        self.url = url
    }

    /// Where a redirect leads (RFC 9110 §10.2.2); nil where it may not: to http elsewhere, or from outside to this machine.
    func redirected(to location: String) -> PageAddress? {
        guard let url = URL(string: location, relativeTo: url)?.absoluteURL,
            let next = PageAddress(url.absoluteString), isLoopback || !next.isLoopback
        else { return nil }
        return next
    }

    private var isLoopback: Bool {
        LoopbackHost.isHost(of: url)
    }
}
