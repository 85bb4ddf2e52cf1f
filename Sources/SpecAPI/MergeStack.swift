/// The schemas of components that are being merged into another by `allOf`, one inside the other.
struct MergeStack {
    private struct Frame {
        let name: String
        /// How many properties, elements and alternatives deep it was begun.
        let partDepth: Int
    }

    private var frames: [Frame] = []
    private var partDepth = 0
    /// Circles that have been reported, as sets of names.
    var reported: Set<Set<String>> = []
    /// How often merging was cut short since a name was already on the way: then the result depends on the way.
    var cuts = 0

    mutating func begin(_ name: String) {
        frames.append(Frame(name: name, partDepth: partDepth))
    }

    mutating func end() {
        frames.removeLast()
    }

    /// A property, an element or an alternative is a value of its own.
    mutating func enterPart() {
        partDepth += 1
    }

    mutating func leavePart() {
        partDepth -= 1
    }

    func contains(_ name: String) -> Bool {
        frames.contains { $0.name == name }
    }

    /// The names from `name` to the innermost one, and whether there is a part on the way.
    func circle(to name: String) -> (names: [String], hasPart: Bool) {
        guard let start = frames.firstIndex(where: { $0.name == name }) else { return ([name], false) }
        return (frames[start...].map(\.name), frames[start].partDepth != partDepth)
    }
}
