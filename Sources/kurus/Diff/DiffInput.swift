import KurusGenerating
import SpecPipeline

/// One of the two inputs of a diff: a place on the disk or in a revision.
struct DiffInput {
    let files: any FileTree
    let path: String
    /// Whether nothing at the path means no client, not a mistake.
    var mayBeMissing = false
    /// The clients that are read already, by module.
    var readings: [String: ClientReading] = [:]

    /// As reports call it.
    var name: String {
        files.shown(path)
    }
}
