/// Finds the first of equal elements of a collection, each told by its index, in eight bytes an element: a dictionary of a
/// payroll's ids would be as large as the payroll.
package struct FirstPlaces {
    /// An index and one, at the first free place from its hash on (open addressing); 0 where the place is free.
    private var slots: [UInt32]

    /// - Parameter count: How many elements there can be.
    package init(count: Int) {
        var size = 16
        while size < 2 * count { size *= 2 }
        slots = Array(repeating: 0, count: size)
    }

    /// The index that was given first of those equal to this one; nil when this is the first.
    ///
    /// - Parameters:
    ///   - hash: Equal for equal elements.
    ///   - isEqual: Compares the element at hand with the one at an index that was given before.
    package mutating func first(equalTo index: Int, hash: Int, isEqual: (Int) -> Bool) -> Int? {
        let place = place(hash, isEqual)
        if slots[place] > 0 { return Int(slots[place] - 1) }
        slots[place] = UInt32(index + 1)
        return nil
    }

    /// The first index given that is equal; nil where there is none.
    package func first(hash: Int, isEqual: (Int) -> Bool) -> Int? {
        let place = place(hash, isEqual)
        return slots[place] > 0 ? Int(slots[place] - 1) : nil
    }

    /// Where an equal element is, else where one would be.
    private func place(_ hash: Int, _ isEqual: (Int) -> Bool) -> Int {
        var place = hash & (slots.count - 1)
        while slots[place] > 0, !isEqual(Int(slots[place] - 1)) { place = (place + 1) & (slots.count - 1) }
        return place
    }
}
