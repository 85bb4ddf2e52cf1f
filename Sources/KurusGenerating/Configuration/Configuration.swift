package import ClientGenerator
package import SpecAPI
package import SpecDiagnostics

/// A kurus.json: the clients that are made of the pages beside it.
package struct Configuration {
    /// The path of the file.
    package let path: String
    package let clients: [Client]

    /// The folder that its paths begin at.
    package var folder: String {
        PathText.folder(of: path)
    }

    package struct Client {
        package let location: SourceLocation
        package let module: Located<String>
        package let inputs: [Located<String>]
        /// Further pages that lint and diff read; diff reads those of `sources`, too.
        package let lintInputs: [Located<String>]
        package let overlays: [Located<String>]
        package let output: Located<String>?
        package let access: AccessLevel
        package let emit: [ClientPart]
        package let typesModule: String?
        package let types: [String: ScalarType]
        /// A component such as `schemas/Amount`, to the page that it is taken from.
        package let components: [String: String]
        /// The URL of a server, to what it is called.
        package let serverNames: [String: String]
        /// Pages that lack servers which others list, as kurus.json writes them.
        package let servers: [PageServers]
        /// Where the entries of `types`, `components` and `serverNames` stand, by their names.
        package let locations: [String: SourceLocation]
        /// Pages, and the addresses that they are published at, in the order of the file.
        package let sources: [(page: String, address: Located<String>)]
        /// What the heading begins with that `kurus update` leaves out of the pages, with everything behind it.
        package let cutFrom: String?

        /// The path of the folder that it is written to; nil when kurus.json does not say.
        package func outputFolder(in configuration: Configuration) -> String? {
            output.map { PathText.joined(configuration.folder, $0.value) }
        }
    }
}

/// The names that a generated module may have.
enum ModuleName {
    static let requirement = "cannot name a module; a module's name has letters, digits and _, and begins with no digit"

    /// ASCII letters, digits and underscores: the name also begins the names of files.
    static func isValid(_ name: String) -> Bool {
        guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
        return name.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }
}
