import ClientGenerator
import SpecAPI
import SpecDiagnostics

/// A kurus.json: the clients that are made of the pages beside it.
struct Configuration {
    /// The path of the file.
    let path: String
    let clients: [Client]

    /// The folder that its paths begin at.
    var folder: String {
        PathText.folder(of: path)
    }

    struct Client {
        let location: SourceLocation
        let module: Located<String>
        let inputs: [Located<String>]
        /// Further pages that lint and diff read; diff reads those of `sources`, too.
        let lintInputs: [Located<String>]
        let overlays: [Located<String>]
        let output: Located<String>?
        let access: AccessLevel
        let emit: [ClientPart]
        let typesModule: String?
        let types: [String: ScalarType]
        /// A component such as `schemas/Amount`, to the page that it is taken from.
        let components: [String: String]
        /// The URL of a server, to what it is called.
        let serverNames: [String: String]
        /// Pages that lack servers which others list, as kurus.json writes them.
        let servers: [PageServers]
        /// Where the entries of `types`, `components` and `serverNames` stand, by their names.
        let locations: [String: SourceLocation]
        /// Pages, and the addresses that they are published at, in the order of the file.
        let sources: [(page: String, address: Located<String>)]
        /// What the heading begins with that `kurus update` leaves out of the pages, with everything behind it.
        let cutFrom: String?

        /// The path of the folder that it is written to; nil when kurus.json does not say.
        func outputFolder(in configuration: Configuration) -> String? {
            output.map { PathText.joined(configuration.folder, $0.value) }
        }
    }
}
