import KurusHTTP
package import KurusJSON

/// A received parameter or form before its type decides how to read it.
///
/// The same text, `a,b`, may be a string, a list or an object. It is first read as a string; where the type expected
/// another kind, the location in the error is read again as that kind.
package indirect enum ParameterNode {
    /// Text that may also be split.
    case text(DelimitedText)
    case list([ParameterNode])
    /// The pairs of an exploded parameter: the value under its name, if any, and all pairs, which include the members
    /// if it is an object.
    case spread(DelimitedText?, members: [(name: String, node: ParameterNode)])
    case members([(name: String, node: ParameterNode)], asArray: Bool)
    case json(JSONValue)

    /// The node as JSON; nil when its text is not percent-encoded UTF-8.
    package var value: JSONValue? {
        switch self {
        case .text(let text): return text.primitive.map { .string($0) }
        case .json(let value): return value
        case .list(let nodes): return Self.all(nodes.map(\.value)).map { .array($0) }
        case .members(let members, asArray: true): return Self.all(members.map(\.node.value)).map { .array($0) }
        case .spread(let text?, _): return ParameterNode.text(text).value
        case .spread(nil, let members), .members(let members, asArray: false):
            guard let values = Self.all(members.map(\.node.value)) else { return nil }
            var object = JSONObject()
            for (member, value) in zip(members, values) {
                object[member.name] = value
            }
            return .object(object)
        }
    }

    private static func all(_ values: [JSONValue?]) -> [JSONValue]? {
        let present = values.compactMap(\.self)
        return present.count == values.count ? present : nil
    }
}

extension ParameterNode {
    /// A header's value in style `simple`.
    package static func header(_ raw: String, explode: Bool) -> ParameterNode {
        .text(DelimitedText(raw: raw, delimiters: [","], explode: explode, encoding: .field))
    }

    /// Reads a type from the node of a request or response.
    ///
    /// - Throws: The reader's error when no reading of the text fits the type, or when more than 256 locations need
    ///   another reading; reading starts again for each of them.
    package func read<T: JSONReadable>(_ type: T.Type, of direction: JSONDirection) throws(JSONError) -> T {
        let options = Self.options(direction)
        var node = self
        var attempts = 0
        while true {
            attempts += 1
            guard let value = node.value else {
                throw JSONError(.notRepresentable(type: "percent-encoded UTF-8"), offset: 0)
            }
            do {
                return try JSONReader.read(type, from: JSONWriter.bytes(of: value), options: options)
            } catch {
                guard attempts <= 256, let expected = error.expectedContainer,
                    let reshaped = node.reshaped(at: JSONPointer.tokens(error.path)[...], as: expected)
                else { throw error }
                node = reshaped
            }
        }
    }

    private static func options(_ direction: JSONDirection) -> JSONReaderOptions {
        var options = JSONReaderOptions(direction: direction)
        options.lenientScalars = true
        return options
    }

    /// Returns the node with the part at a path read as an array or object; nil when it cannot be, or already is.
    private func reshaped(at path: ArraySlice<String>, as kind: JSONKind) -> ParameterNode? {
        guard let name = path.first else { return reshaped(as: kind) }
        switch self {
        case .list(var nodes):
            guard let index = Int(name), nodes.indices.contains(index),
                let node = nodes[index].reshaped(at: path.dropFirst(), as: kind)
            else { return nil }
            nodes[index] = node
            return .list(nodes)
        case .members(var members, let asArray):
            let place = asArray ? Int(name) : members.firstIndex { $0.name == name }
            guard let place, members.indices.contains(place),
                let node = members[place].node.reshaped(at: path.dropFirst(), as: kind)
            else { return nil }
            members[place].node = node
            return .members(members, asArray: asArray)
        case .spread(nil, let members):
            return ParameterNode.members(members, asArray: false).reshaped(at: path, as: kind)
        case .text, .json, .spread:
            return nil
        }
    }

    private func reshaped(as kind: JSONKind) -> ParameterNode? {
        switch (self, kind) {
        case (.text(let text), .array): text.node(.array)
        case (.text(let text), .object): text.node(.object)
        case (.spread(let text?, _), .array): text.list
        case (.spread(_?, let members), .object), (.members(let members, asArray: true), .object):
            .members(members, asArray: false)
        default: nil
        }
    }
}

extension ParameterNode {
    /// Reads a type of a request like `read`, but returns nil when the pairs belong to other parameters. An exploded object has no
    /// name and shares the query with them, so it counts as absent when the type is not an object, uses none of the
    /// pairs, or accepts anything.
    package func readIfPresent<T: JSONReadable>(_ type: T.Type) throws(JSONError) -> T? {
        guard case .spread(nil, _) = self, let value else { return try read(type, of: .request) }
        let bytes = JSONWriter.bytes(of: value)
        let unused = Self.skippedMembers(bytes, type)
        guard unused < Self.skippedMembers(bytes, SkippedObject.self), !Self.takesAnything(bytes, type) else {
            return nil
        }
        do {
            return try read(type, of: .request)
        } catch {
            if case .typeMismatch(_, found: .object) = error.problem, error.path.isEmpty { return nil }
            throw error
        }
    }

    /// Whether a type keeps an object without knowing any of its members: a free-form value, or a choice of which no
    /// alternative fits.
    private static func takesAnything<T: JSONReadable>(_ bytes: [UInt8], _ type: T.Type) -> Bool {
        guard type != JSONValue.self else { return true }
        guard (try? JSONReader.read(type, from: Array("[[null]]".utf8))) != nil else { return false }
        let isKept = try? JSONReader.withReader(of: bytes, options: options(.request)) { (reader) throws(JSONError) in
            _ = try reader.read(type)
            return reader.approximations > 0 && reader.skippedMembers == 0
        }
        return isKept ?? false
    }

    /// Counts the members that a type skips, whether it can be read or not.
    private static func skippedMembers<T: JSONReadable>(_ bytes: [UInt8], _ type: T.Type) -> Int {
        var skipped = 0
        try? JSONReader.withReader(of: bytes, options: options(.request)) { (reader) throws(JSONError) in
            defer { skipped = reader.skippedMembers }
            _ = try reader.read(type)
        }
        return skipped
    }
}

/// An object whose members are all skipped.
private struct SkippedObject: JSONReadable {
    init(from reader: inout JSONReader) throws(JSONError) {
        while try reader.nextKey() != nil {
            try reader.skip()
        }
    }
}

extension JSONError {
    /// The array or object that a type expected instead of other JSON.
    fileprivate var expectedContainer: JSONKind? {
        guard case .typeMismatch(let expected, _) = problem else { return nil }
        return expected == .array || expected == .object ? expected : nil
    }
}

/// JSON pointers (RFC 6901), as errors carry them.
enum JSONPointer {
    /// A reference token with its slash.
    static func token(_ name: String) -> String {
        "/" + name.replacing(ascii: "~", with: "~0").replacing(ascii: "/", with: "~1")
    }

    static func tokens(_ pointer: String) -> [String] {
        pointer.parts(separatedBy: "/").dropFirst().map {
            $0.replacing(ascii: "~1", with: "/").replacing(ascii: "~0", with: "~")
        }
    }
}
