/// The best reading so far of a value that may be of several types (`oneOf`, `anyOf`).
public struct JSONChoice<Union> {
    @usableFromInline let start: JSONReaderMark
    @usableFromInline var candidate: Union?
    /// How many members the candidate's type does not know.
    @usableFromInline var skipped = Int.max
    @usableFromInline var end: Int

    @usableFromInline init(start: JSONReaderMark) {
        self.start = start
        end = start.position
    }
}

extension JSONReader {
    /// Begins a choice between types for the value at hand.
    @inlinable public func choose<Union>(_ type: Union.Type) -> JSONChoice<Union> {
        JSONChoice(start: mark())
    }

    /// Tries to read the value as a type. The candidate that skips the fewest members is kept, the first on a tie.
    @inlinable public mutating func attempt<T: JSONReadable, Union>(
        _ type: T.Type, _ make: (T) -> Union, _ choice: inout JSONChoice<Union>
    ) {
        // Nothing can be better than a reading that skips nothing.
        guard choice.skipped > 0, mayAttempt else { return }
        defer { leaveAttempt(choice.start) }
        guard let value = try? T(from: &self) else { return }
        let skipped = skippedMembers(since: choice.start)
        guard skipped < choice.skipped else { return }
        choice.candidate = make(value)
        choice.skipped = skipped
        choice.end = endOffset
    }

    /// Consumes the value and gives the best reading, or what `make` makes of the value when it was none of the types.
    @inlinable public mutating func take<Union>(
        _ choice: JSONChoice<Union>, else make: (JSONValue) -> Union
    ) throws(JSONError) -> Union {
        try checkAttempts()
        guard let candidate = choice.candidate else { return make(try JSONValue(from: &self)) }
        pass(to: choice.end, skipped: choice.skipped)
        return candidate
    }

    /// Choices in choices read a value again and again, up to a power of the nesting: this bounds the whole work.
    private var attemptLimit: Int { 128 * count + 100_000 }

    @usableFromInline var mayAttempt: Bool { attemptedBytes <= attemptLimit }

    @usableFromInline func checkAttempts() throws(JSONError) {
        guard mayAttempt else { throw JSONError(.tooManyAttempts, offset: offset) }
    }

    @usableFromInline func skippedMembers(since start: JSONReaderMark) -> Int {
        skippedMembers - start.skippedMembers
    }

    @usableFromInline mutating func leaveAttempt(_ start: JSONReaderMark) {
        attemptedBytes += 1 + position - start.position
        restore(start)
    }

    @usableFromInline mutating func pass(to end: Int, skipped: Int) {
        position = end
        expectsValue = false
        skippedMembers += skipped
    }
}
