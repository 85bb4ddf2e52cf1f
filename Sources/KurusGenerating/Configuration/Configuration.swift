package import ClientGenerator
package import SpecAPI
package import SpecDiagnostics

/// A kurus.json: the clients that are generated from the pages beside it.
package struct Configuration {
    /// The path of the file.
    package let path: String
    package let clients: [Client]

    /// The folder to which its paths are relative.
    package var folder: String {
        PathText.folder(of: path)
    }

    package struct Client {
        package let location: SourceLocation
        package let module: Located<String>
        package let inputs: [Located<String>]
        /// More pages for lint and diff; diff reads those of `sources` too.
        package let lintInputs: [Located<String>]
        package let overlays: [Located<String>]
        /// The part of the documents that is read; nil for all of it.
        package let filter: APIFilter?
        /// The operations that the client lacks: `POST /v1/files`, or an operationId.
        package let leaveOut: [Located<String>]
        package let output: Located<String>?
        package let access: AccessLevel
        package let emit: [ClientPart]
        package let typesModule: String?
        package let types: [String: ScalarType]
        /// The page that a component such as `schemas/Amount` is taken from.
        package let components: [String: String]
        /// The names of servers by URL.
        package let serverNames: [String: String]
        /// The pages that lack servers listed by others, as kurus.json writes them.
        package let servers: [PageServers]
        /// The locations of the entries of `types`, `components` and `serverNames`, by their names.
        package let locations: [String: SourceLocation]
        /// The pages and the URLs at which they are published, in the order of the file.
        package let sources: [(page: String, address: Located<String>)]
        /// The beginning of the heading from which on `kurus update` cuts pages.
        package let cutFrom: String?

        /// Returns the path of the output folder; nil when kurus.json names none.
        package func outputFolder(in configuration: Configuration) -> String? {
            output.map { PathText.joined(configuration.folder, $0.value) }
        }
    }
}

/// The rule for names of generated modules.
enum ModuleName {
    static let requirement = "cannot name a module; a module's name has letters, digits and _, and begins with no digit"

    /// Returns whether the name has only ASCII letters, digits and underscores, since names of files begin with it.
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
