/// What is wrong with a file, and where. It never holds a cell of a recipient, a name or a free text.
struct InputProblem: Hashable {
    let place: InputPlace
    /// The item's, where the element of a JSON array is meant.
    let itemID: String?
    let message: String

    /// - Parameter itemID: As the file has it; it is kept only where it cannot be a person's text.
    init(_ place: InputPlace, itemID: String? = nil, _ message: String) {
        self.place = place
        self.itemID = place.element == nil ? nil : itemID.flatMap(ShownText.id)
        self.message = message
    }

    init(line: Int?, column: Int? = nil, _ message: String) {
        self.init(InputPlace(line: line, column: column), message)
    }

    var line: Int? { place.line }

    var column: Int? { place.column }

    /// One line for standard error.
    func text(in path: String) -> String {
        let numbers = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
        let element = place.element == nil ? "" : place.name + (itemID.map { " (\($0))" } ?? "") + ": "
        return "\(path)\(numbers): error: \(element)\(message)\n"
    }
}
