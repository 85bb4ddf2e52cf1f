/// The message that a value is part of.
public enum JSONDirection: Hashable, Sendable {
    /// Sent to a server.
    case request
    /// Sent by a server.
    case response
}

/// A value that cannot be written as part of a message, with its location.
///
/// It never holds a value: only a location, whose member names are masked in `description`.
public struct JSONWriteError: Error, Hashable, Sendable {
    /// One case per kind of problem.
    public enum Problem: Hashable, Sendable {
        /// A number that is infinite or no number (RFC 8259 §6).
        case notFinite
        /// A member that the message requires and the value lacks.
        case missingMember
    }

    /// The kind of problem.
    public let problem: Problem
    /// The JSON pointer (RFC 6901) of the value; "" is the whole value.
    public let path: String

    /// An error at a location.
    public init(_ problem: Problem, path: String = "") {
        self.problem = problem
        self.path = path
    }
}

extension JSONWriteError: CustomStringConvertible {
    /// A predicate about the value: `lacks the required member /password`.
    public var description: String {
        let place = Redaction.masked(path)
        return switch problem {
        case .notFinite: path.isEmpty ? "is no finite number" : "has no finite number at \(place)"
        case .missingMember: "lacks the required member \(place)"
        }
    }
}

extension JSONWriteError: CustomReflectable {
    /// No path, because its names may be data.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

// Problems are found while writing, where nothing can be thrown: the first one is kept, and null takes its place.
extension JSONWriter {
    /// Writes null, and remembers that it replaces a value that cannot be written.
    @usableFromInline mutating func unwritable(_ problem: JSONWriteError.Problem) {
        if failure == nil { failure = Failure(problem: problem, offset: (spilled?.count ?? 0) + buffer.count) }
        null()
    }

    /// Moves the problem with the text behind an inserted one.
    mutating func moveFailure(from place: Int, by count: Int) {
        guard let offset = failure?.offset, offset >= (spilled?.count ?? 0) + place else { return }
        failure?.offset = offset + count
    }

    /// Forgets a problem in text that is removed.
    mutating func dropFailure(from place: Int) {
        if let offset = failure?.offset, offset >= (spilled?.count ?? 0) + place { failure = nil }
    }
}

// Members that only one kind of message carries (OpenAPI 3.0.3, §4.7.24.1).
extension JSONWriter {
    /// Writes a `readOnly` member, unless the value is nil or part of a request.
    ///
    /// If it is required, a response must have the member: without it the message is not sent.
    public mutating func readOnlyMember<T: JSONWritable>(
        _ name: StaticString, _ value: T?, isRequired: Bool = false, _ visibility: JSONVisibility = .plain
    ) {
        oneWayMember(name, value, isRequired: isRequired, in: .response, visibility)
    }

    /// Writes a `writeOnly` member, unless the value is nil or part of a response.
    ///
    /// If it is required, a request must have the member: without it the message is not sent.
    public mutating func writeOnlyMember<T: JSONWritable>(
        _ name: StaticString, _ value: T?, isRequired: Bool = false, _ visibility: JSONVisibility = .plain
    ) {
        oneWayMember(name, value, isRequired: isRequired, in: .request, visibility)
    }

    private mutating func oneWayMember<T: JSONWritable>(
        _ name: StaticString, _ value: T?, isRequired: Bool, in carrier: JSONDirection, _ visibility: JSONVisibility
    ) {
        if let direction, direction != carrier { return }
        if value == nil, isRequired, direction == carrier {
            guard beginMember(name) else { return }
            unwritable(.missingMember)
            return endElement()
        }
        memberIfPresent(name, value, visibility)
    }
}
