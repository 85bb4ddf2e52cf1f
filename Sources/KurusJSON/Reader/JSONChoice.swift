/// The best reading so far of a value that may be of several types (`oneOf`, `anyOf`).
public struct JSONChoice<Union> {
    @usableFromInline let start: JSONReaderMark
    @usableFromInline var candidate: Union?
    /// How many members the candidate's type does not know.
    @usableFromInline var skipped = Int.max
    /// How many values the candidate reads as a type that they only nearly have.
    @usableFromInline var approximations = Int.max
    @usableFromInline var end: Int

    @usableFromInline init(start: JSONReaderMark) {
        self.start = start
        end = start.position
    }
}

extension JSONReader {
    /// Begins a choice between types for the current value.
    @inlinable public func choose<Union>(_ type: Union.Type) -> JSONChoice<Union> {
        JSONChoice(start: mark())
    }

    /// Tries to read the value as a type. Keeps the candidate that skips the fewest members; on a tie the one with the
    /// fewest approximations, then the first.
    @inlinable public mutating func attempt<T: JSONReadable, Union>(
        _ type: T.Type, _ make: (T) -> Union, _ choice: inout JSONChoice<Union>
    ) {
        // Nothing can be better than an exact reading.
        guard choice.skipped > 0 || choice.approximations > 0, mayAttempt else { return }
        defer { leaveAttempt(choice.start) }
        guard let value = try? T(from: &self) else { return }
        let skipped = skippedMembers(since: choice.start)
        let approximations = approximated(since: choice.start)
        guard (skipped, approximations) < (choice.skipped, choice.approximations) else { return }
        choice.candidate = make(value)
        choice.skipped = skipped
        choice.approximations = approximations
        choice.end = endOffset
    }

    /// Consumes the value and returns the best reading, or `make` of the value when no type fitted.
    @inlinable public mutating func take<Union>(
        _ choice: JSONChoice<Union>, else make: (JSONValue) -> Union
    ) throws(JSONError) -> Union {
        try checkAttempts()
        guard let candidate = choice.candidate else { return make(try readUnmatched()) }
        pass(to: choice.end, skipped: choice.skipped, approximations: choice.approximations)
        return candidate
    }

    /// Reads a value that fits none of its possible types. An enclosing choice prefers any other reading that loses no
    /// more.
    public mutating func readUnmatched() throws(JSONError) -> JSONValue {
        let value = try JSONValue(from: &self)
        approximations += 1
        return value
    }

    /// Nested choices read a value repeatedly, exponentially in the nesting depth; this bounds the total work.
    private var attemptLimit: Int { 128 * count + 100_000 }

    @usableFromInline var mayAttempt: Bool { attemptedBytes <= attemptLimit }

    @usableFromInline func checkAttempts() throws(JSONError) {
        guard mayAttempt else { throw JSONError(.tooManyAttempts, offset: offset) }
    }

    @usableFromInline func skippedMembers(since start: JSONReaderMark) -> Int {
        skippedMembers - start.skippedMembers
    }

    @usableFromInline func approximated(since start: JSONReaderMark) -> Int {
        approximations - start.approximations
    }

    @usableFromInline mutating func leaveAttempt(_ start: JSONReaderMark) {
        attemptedBytes += 1 + position - start.position
        restore(start)
    }

    @usableFromInline mutating func pass(to end: Int, skipped: Int, approximations: Int) {
        position = end
        expectsValue = false
        skippedMembers += skipped
        self.approximations += approximations
    }
}
