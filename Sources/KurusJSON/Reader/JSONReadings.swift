/// Readings of one object as several types at once (`anyOf`, OpenAPI 3.0.3, §4.7.24.1).
public struct JSONReadings {
    fileprivate struct Reading {
        /// How many members the type does not know, also inside of members.
        let skipped: Int
        let approximations: Int
        /// The offsets of the object's own members that the type does not know.
        let unknown: Set<Int>
        let end: Int
    }

    fileprivate let start: JSONReaderMark
    fileprivate var readings: [Reading] = []
}

/// The members that `skip` passes over in one object, without those inside of its members.
struct JSONSkips {
    /// The number of open arrays and objects in which a skipped member belongs to the object.
    let level: Int
    var offsets: [Int] = []

    mutating func truncate(to count: Int) {
        if count < offsets.count { offsets.removeLast(offsets.count - count) }
    }
}

extension JSONReader {
    /// Begins to read the current object as several types.
    public func readings() -> JSONReadings {
        JSONReadings(start: mark())
    }

    /// Reads the object as a type without consuming it; nil when it does not fit.
    public mutating func attempt<T: JSONReadable>(_ type: T.Type, _ readings: inout JSONReadings) -> T? {
        guard mayAttempt else { return nil }
        let outer = recording
        recording = JSONSkips(level: readings.start.frameCount + 1)
        defer {
            leaveAttempt(readings.start)
            recording = outer
        }
        guard let value = try? T(from: &self) else { return nil }
        readings.readings.append(
            JSONReadings.Reading(
                skipped: skippedMembers(since: readings.start), approximations: approximated(since: readings.start),
                unknown: Set(recording?.offsets ?? []), end: endOffset))
        return value
    }

    /// Consumes the object. Members that no type knows count as skipped.
    ///
    /// - Throws: When fewer than two types fitted: then an object is of one of them, or of none.
    public mutating func take(_ readings: JSONReadings) throws(JSONError) {
        try checkAttempts()
        guard readings.readings.count > 1, let best = readings.readings.min(by: { $0.skipped < $1.skipped }) else {
            throw JSONError(.notRepresentable(type: "several alternatives"), offset: offset)
        }
        let unknown = readings.readings.dropFirst().reduce(readings.readings[0].unknown) {
            $0.intersection($1.unknown)
        }
        let nested = best.skipped - best.unknown.count
        pass(to: best.end, skipped: unknown.count + nested, approximations: best.approximations)
    }
}

// Members that only one kind of message carries (OpenAPI 3.0.3, §4.7.24.1).
extension JSONReader {
    /// Throws when a response lacks a required `readOnly` member; if the value is not part of one, nothing happens.
    public func requireReadOnly<T>(_ value: T?, _ name: StaticString) throws(JSONError) {
        if value == nil, options.direction == .response { throw missing(name) }
    }

    /// Throws when a request lacks a required `writeOnly` member; if the value is not part of one, nothing happens.
    public func requireWriteOnly<T>(_ value: T?, _ name: StaticString) throws(JSONError) {
        if value == nil, options.direction == .request { throw missing(name) }
    }
}
