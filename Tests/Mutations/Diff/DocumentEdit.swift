import KurusJSON
import SpecTree

/// One edit of a document, and the demand on its diff.
struct DocumentEdit {
    /// The demand on the diff of the document and its copy.
    enum Demand {
        /// Something at the place of the edit.
        case change
        /// The same, or a text that reads differently.
        case prose
        /// Nothing: the edit does not matter.
        case nothing
        /// Anything, as long as it is mirrored.
        case anything
    }

    /// The edit in words, for failures.
    let name: String
    /// The place of the edit in the document, and in the copy.
    let base: JSONPointer
    let revision: JSONPointer
    let demand: Demand
    let result: JSONValue
}
