/// Which value of a document a message is about.
enum ValuePlace: CustomStringConvertible {
    case document
    case field(String, of: String)
    case element(of: String, in: String)
    case entry(String, of: String, in: String)

    var description: String {
        switch self {
        case .document: "the document"
        case .field(let name, let object): "`\(name)` of the \(object)"
        case .element(let name, let object): "an element of `\(name)` of the \(object)"
        case .entry(let entry, let name, let object): "`\(entry)` in `\(name)` of the \(object)"
        }
    }
}
