import KurusGenerating
import SpecDiagnostics

/// A page that is published.
struct PageSource {
    /// The page's path from the working directory.
    let path: String
    let address: PageAddress
    let cutFrom: String?
}

extension Configuration {
    /// The pages that are published, each once. An address that nothing is fetched from is an error, and so is a page
    /// that is none of this folder, or the only one that another page's address can mean.
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
            // Without its place: the line would show them.
            diagnostics.error(
                .invalidValue, "the address of `\(page)` holds a user name or a password; pages are fetched without",
                in: path)
            return nil
        }
        guard let url = PageAddress(address.value) else {
            diagnostics.error(
                .invalidValue,
                "`\(address.value)` is no address that pages are fetched from: https, or http on this machine",
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

    /// Clients may share a page; two pages do not share an address, since only one can be what is published there.
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
                "\(other.path) is what is published there; \(source.path) cannot be, too", at: location)
        } else if other.address != source.address {
            diagnostics.error(.invalidValue, "\(source.path) has another address already", at: location)
        }
        return false
    }
}
