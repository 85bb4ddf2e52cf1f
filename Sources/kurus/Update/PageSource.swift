import Foundation
import KurusGenerating
import KurusHTTP
import SpecDiagnostics

/// A published page.
struct PageSource {
    /// The path of the page, relative to the working directory.
    let path: String
    let address: PageAddress
    let cutFrom: String?
}

extension Configuration {
    /// Returns the published pages, each once. An address that must not be fetched is an error, and so is a page
    /// outside of this folder, or two pages with the same address.
    func pageSources(diagnostics: inout Diagnostics) -> [PageSource] {
        var sources: [PageSource] = []
        for client in clients {
            for (page, address) in client.sources {
                guard let source = source(page, address, client.cutFrom, &diagnostics),
                    isNew(source, among: sources, at: address.location, &diagnostics)
                else { continue }
                sources.append(source)
            }
        }
        return sources
    }

    private func source(
        _ page: String, _ address: Located<String>, _ cutFrom: String?, _ diagnostics: inout Diagnostics
    ) -> PageSource? {
        guard PageName.isPage(page), !isOverlay(page) else {
            diagnostics.error(.invalidValue, "`\(page)` \(PageName.requirement)", at: address.location)
            return nil
        }
        guard !PageAddress.holdsCredentials(address.value) else {
            // Without a location, whose line would show the password.
            diagnostics.error(
                .invalidValue, "the address of `\(page)` holds a user name or a password; pages are fetched without",
                in: path)
            return nil
        }
        guard let url = PageAddress(address.value) else {
            diagnostics.error(
                .invalidValue,
                "`\(address.value)` is not an address for fetching pages: https, or http on this machine",
                at: address.location)
            return nil
        }
        return PageSource(path: PathText.joined(folder, page), address: url, cutFrom: cutFrom)
    }

    private func isOverlay(_ page: String) -> Bool {
        clients.contains { client in
            client.overlays.contains { PathText.normalized($0.value) == PathText.normalized(page) }
        }
    }

    /// Clients may share a page, but two pages do not share an address.
    private func isNew(
        _ source: PageSource, among sources: [PageSource], at location: SourceLocation,
        _ diagnostics: inout Diagnostics
    ) -> Bool {
        guard let other = sources.first(where: { $0.path == source.path || $0.address == source.address }) else {
            return true
        }
        if other.path != source.path {
            diagnostics.error(
                .invalidValue,
                "\(other.path) is published there; \(source.path) cannot be as well", at: location)
        } else if other.address != source.address {
            diagnostics.error(.invalidValue, "\(source.path) has another address already", at: location)
        }
        return false
    }
}

/// An address from which a page may be fetched: https, or http from this machine.
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

    /// Whether the address contains credentials: `https://name:password@example.com/` (RFC 3986 §3.2.1).
    static func holdsCredentials(_ text: String) -> Bool {
        guard let url = URL(string: text) else { return text.contains("@") }
        return url.user != nil || url.password != nil
    }

    /// Returns the target of a redirect (RFC 9110 §10.2.2); nil where it is not allowed: to http elsewhere, or from
    /// outside to this machine or its network.
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

    /// Whether the host is a name on the public internet, rather than an address in any spelling or a name of a private
    /// network (RFC 6761 §6.3, RFC 6762 §3, and the one that ICANN reserves).
    private var isPublic: Bool {
        let labels = host.split(separator: ".")
        guard labels.count > 1, let last = labels.last, last.utf8.first.map({ !(0x30...0x39).contains($0) }) ?? false
        else { return false }
        return !host.contains(":") && !["localhost", "localdomain", "local", "internal"].contains(last)
    }
}

/// Checks the paths in kurus.json to which fetched content may be written.
enum PageName {
    static let requirement =
        "is not a page that can be fetched: its path leads into the folder of kurus.json, no name in it begins with a "
        + "dot, and it ends with .md, .markdown, .txt or .json, but is neither kurus.json nor an overlay"

    private static let endings = [".md", ".markdown", ".txt", ".json", ".yaml", ".yml"]

    static func isPage(_ path: String) -> Bool {
        let names = path.split(separator: "/")
        guard !path.hasPrefix("/"), !path.hasSuffix("/"), let last = names.last?.lowercased() else { return false }
        return names.allSatisfy { $0 == "." || !$0.hasPrefix(".") } && endings.contains(where: last.hasSuffix)
            && last != Configuration.fileName
    }
}
