/// A text with variables in braces: a path, or the address of a server.
enum Template {
    enum Problem: Error, Hashable {
        case nested
        case unopened
        case unclosed
        case unnamed

        /// Says what is wrong, after the name of what is.
        var message: String {
            switch self {
            case .nested: "has a `{` between `{` and `}`"
            case .unopened: "has a `}` without a `{` before it"
            case .unclosed: "has a `{` without a `}` behind it"
            case .unnamed: "has a variable without a name: `{}`"
            }
        }
    }

    /// The names of the variables, in order.
    static func variables(of text: String) -> Result<[String], Problem> {
        var names: [String] = []
        var name: String?
        for character in text {
            switch (character, name) {
            case ("{", nil): name = ""
            case ("{", _): return .failure(.nested)
            case ("}", nil): return .failure(.unopened)
            case ("}", ""): return .failure(.unnamed)
            case ("}", let finished?):
                names.append(finished)
                name = nil
            case (_, let part?): name = part + String(character)
            case (_, nil): break
            }
        }
        return name == nil ? .success(names) : .failure(.unclosed)
    }
}
