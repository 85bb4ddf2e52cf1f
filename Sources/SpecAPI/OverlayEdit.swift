import SpecTree

extension JSONNode {
    /// Makes a change at every one of the places, which are sorted: a value comes before those inside it.
    ///
    /// The change is made at the last place first, so that neither a removal nor a replacement moves a place that is
    /// still to come.
    mutating func edit(at places: ArraySlice<[Int]>, _ change: Overlay.Change, depth: Int = 0) {
        guard let first = places.first else { return }
        let selectsThis = first.count == depth
        var inner = selectsThis ? places.dropFirst() : places
        while let position = inner.last?[depth] {
            let start = inner.firstIndex { $0[depth] == position } ?? inner.endIndex
            editChild(at: position, inner[start...], change, depth: depth)
            inner = inner[..<start]
        }
        if selectsThis, case .update(let update) = change { merge(update) }
    }

    /// Changes what is inside a child; removes the child itself when it is among the places.
    private mutating func editChild(at position: Int, _ places: ArraySlice<[Int]>, _ change: Overlay.Change, depth: Int)
    {
        let isRemoved = if case .remove = change { places.first?.count == depth + 1 } else { false }
        let content = content
        // Else the change below would copy what is still held here.
        self.content = .null
        switch content {
        case .object(var members):
            if isRemoved {
                members.remove(at: position)
            } else {
                members[position].value.edit(at: places, change, depth: depth + 1)
            }
            self.content = .object(members)
        case .array(var elements):
            if isRemoved {
                elements.remove(at: position)
            } else {
                elements[position].edit(at: places, change, depth: depth + 1)
            }
            self.content = .array(elements)
        default:
            self.content = content
        }
    }

    /// Applies an update to the value that an action selects (Overlay 1.0.0, §4.4.3): the members of an object are
    /// merged, to an array the value becomes one more element.
    private mutating func merge(_ update: JSONNode) {
        if case .array(let elements) = content {
            content = .array(elements + [update])
        } else {
            mergeRecursively(update)
        }
    }

    /// Objects take the members of the other, arrays its elements; anything else is replaced, its location too.
    private mutating func mergeRecursively(_ update: JSONNode) {
        switch (content, update.content) {
        case (.object(var members), .object(let added)):
            for member in added {
                if let index = members.firstIndex(where: { $0.name == member.name }) {
                    members[index].value.mergeRecursively(member.value)
                } else {
                    members.append(member)
                }
            }
            content = .object(members)
        case (.array(let elements), .array(let added)):
            content = .array(elements + added)
        default:
            self = update
        }
    }
}
