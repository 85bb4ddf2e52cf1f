/// The members of a JSON object, in order, with unique names.
///
/// Names are compared by code unit (RFC 8259 §8.3), not by canonical equivalence like Swift's strings. Two objects are
/// equal when their members are, in any order (RFC 8259 §4).
public struct JSONObject: Sendable {
    /// A name and its value.
    public struct Member: Hashable, Sendable {
        /// The member's name, with its escapes resolved.
        public let name: String
        /// The member's value.
        public var value: JSONValue

        /// A member of this name and value.
        public init(_ name: String, _ value: JSONValue) {
            self.name = name
            self.value = value
        }
    }

    /// The members, in the order of the text or of insertion.
    public private(set) var members: [Member] = []
    /// The index of each name, kept only for objects with many members.
    private var places: [Name: Int] = [:]

    private static let indexThreshold = 16

    /// No members.
    public init() {}

    /// How many members there are.
    public var count: Int { members.count }
    /// Whether there are no members.
    public var isEmpty: Bool { members.isEmpty }

    /// The value of a member. Setting a missing one appends it; setting nil removes it.
    public subscript(name: String) -> JSONValue? {
        get { place(of: name).map { members[$0].value } }
        set {
            switch (place(of: name), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil): remove(at: place)
            case (nil, let value?): append(Member(name, value))
            case (nil, nil): break
            }
        }
    }

    /// Adds a member whose name is known to be new.
    private mutating func append(_ member: Member) {
        members.append(member)
        if members.count == Self.indexThreshold + 1 {
            rebuildIndex()
        } else if members.count > Self.indexThreshold {
            places[Name(text: member.name)] = members.count - 1
        }
    }

    private mutating func remove(at place: Int) {
        members.remove(at: place)
        rebuildIndex()
    }

    private mutating func rebuildIndex() {
        places = [:]
        guard members.count > Self.indexThreshold else { return }
        for (place, member) in members.enumerated() { places[Name(text: member.name)] = place }
    }

    private func place(of name: String) -> Int? {
        if members.count > Self.indexThreshold { return places[Name(text: name)] }
        let name = Name(text: name)
        return members.firstIndex { Name(text: $0.name) == name }
    }

    /// A name that is equal only to one of the same code units.
    private struct Name: Hashable, Sendable {
        let text: String

        static func == (left: Name, right: Name) -> Bool {
            left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
        }
    }
}

extension JSONObject: Hashable {
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.members.allSatisfy { right[$0.name] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        // A sum does not depend on the order.
        hasher.combine(members.reduce(0) { $0 &+ $1.hashValue })
    }
}

extension JSONObject: Sequence {
    public func makeIterator() -> IndexingIterator<[Member]> {
        members.makeIterator()
    }
}

extension JSONObject: JSONReadable, JSONWritable {
    @inline(never) public init(from reader: inout JSONReader) throws(JSONError) {
        self.init()
        while let key = try reader.nextKey() {
            // The reader refuses names of the same code units, so this one is new.
            let name = key.string
            append(Member(name, try JSONValue(from: &reader)))
        }
    }

    public func write(to writer: inout JSONWriter) {
        writer.object { writer in
            for member in members { writer.member(named: member.name, member.value) }
        }
    }
}
