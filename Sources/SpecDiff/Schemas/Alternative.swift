import SpecTree

/// An element of `allOf`, `oneOf` or `anyOf`, as far as it is known again in another version.
struct Alternative {
    /// The component that it refers to, by its last name.
    let reference: String?
    /// Whether it may be one that has another name, or stands elsewhere, in the other version.
    let mayMove: Bool
    let title: String?
    let type: String?
    /// The names of its properties.
    let properties: Set<String>
    /// The values of its properties and its own that have only one: what a discriminator would look at.
    let tags: [String: String]
    let enumValues: Set<String>
    /// Equal for the same content, members in the same order; nil for what is too large.
    let content: Int?

    /// - Parameters:
    ///   - spot: The element.
    ///   - schema: What it is or leads to.
    init(_ spot: Spot, leadingTo schema: Spot, mayMove: Bool) {
        reference = spot.referenceName
        self.mayMove = mayMove
        content = schema.node.hash(budget: Self.budget)
        title = schema["title"]?.string
        type = schema["type"]?.node.shownText
        let entries = schema["properties"]?.entries ?? []
        properties = Set(entries.map(\.name))
        var tags: [String: String] = [:]
        for entry in entries { tags[entry.name] = entry.spot.onlyValue }
        self.tags = tags
        enumValues = Set((schema["enum"]?.elements ?? []).map(\.node.shownText))
    }

    /// How much both look like versions of one thing; 0 where nothing speaks for it.
    func likeness(to other: Self) -> Int {
        var likeness = 0
        if let title, title == other.title { likeness += 100 }
        for (name, value) in tags {
            guard let second = other.tags[name] else { continue }
            likeness += value == second ? 200 : -200
        }
        likeness += 4 * properties.intersection(other.properties).count
        likeness += 4 * enumValues.intersection(other.enumValues).count
        if type == other.type { likeness += 1 }
        return likeness
    }

    /// So many values are compared for sameness at most: nested lists must not cost the square of their depth.
    static let budget = 256
}

extension Spot {
    /// The last name of `$ref`.
    var referenceName: String? {
        self["$ref"]?.string.flatMap { $0.split(separator: "/").last.map(String.init) }
    }

    /// The one value that a schema allows, by `const` or `enum`.
    fileprivate var onlyValue: String? {
        if let value = self["const"] { return value.node.shownText }
        guard let values = self["enum"]?.elements, values.count == 1 else { return nil }
        return values.first?.node.shownText
    }
}
