import KurusJSON
import SpecTree

/// One change of a document, and what a diff has to say about it.
struct DocumentEdit {
    /// What the diff of the document and its copy must report.
    enum Demand {
        /// Something at the place of the edit.
        case change
        /// The same, or a text that reads differently.
        case prose
        /// Nothing: the edit is none.
        case nothing
        /// Whatever it likes, as long as it is mirrored.
        case anything
    }

    /// What was done, for who has to look into a failure.
    let name: String
    /// Where it was done in the document, and where that is in the copy.
    let base: JSONPointer
    let revision: JSONPointer
    let demand: Demand
    let result: JSONValue
}
