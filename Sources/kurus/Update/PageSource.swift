import SpecDiagnostics

/// A page that is published.
struct PageSource {
    /// The page's path from the working directory.
    let path: String
    let address: PageAddress
    let cutFrom: String?
}

extension Configuration {
    /// The pages that are published, each once. An address that nothing is fetched from is an error.
    func pageSources(diagnostics: inout Diagnostics) -> [PageSource] {
        var known: Set<String> = []
        var sources: [PageSource] = []
        for client in clients {
            for (page, address) in client.sources {
                guard let url = PageAddress(address.value) else {
                    diagnostics.error(
                        .invalidValue,
                        "`\(address.value)` is no address that pages are fetched from: https, or http on this machine",
                        at: address.location)
                    continue
                }
                let path = PathText.joined(folder, page)
                guard known.insert(path).inserted else { continue }
                sources.append(PageSource(path: path, address: url, cutFrom: client.cutFrom))
            }
        }
        return sources
    }
}
