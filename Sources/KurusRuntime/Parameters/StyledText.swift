import KurusJSON

/// The text of one parameter (OpenAPI 3.0.3, Parameter Object, "Style Values" and "Style Examples"; RFC 6570 §3.2).
package struct StyledText {
    let name: String
    let style: ParameterStyle
    let explode: Bool
    let encoding: PercentEncoding

    /// The expansion of a path variable: `simple`, `label` or `matrix`, the styles that a path can have; others are
    /// written as `simple`. nil for an undefined value.
    func pathText(of value: JSONValue) -> String? {
        let shape = ParameterShape(value)
        return switch style {
        case .label: labelText(of: shape)
        case .matrix: matrixText(of: shape)
        default: simpleText(of: shape)
        }
    }

    /// `a,b` · `k,v,k,v` · exploded `k=v,k=v`; also the style of headers.
    func simpleText(of shape: ParameterShape) -> String? {
        switch shape {
        case .undefined: nil
        case .primitive(let text): encoding.encode(text)
        case .list(let elements): elements.map(encoding.encode).joined(separator: ",")
        case .members(let members): joined(members, "=", explode, ",", encoding)
        }
    }

    /// `.a` · `.a.b` · `.k.v` · exploded `.k=v.k=v`
    private func labelText(of shape: ParameterShape) -> String? {
        switch shape {
        case .undefined: nil
        case .primitive(let text): "." + encoding.encode(text)
        case .list(let elements): "." + elements.map(PercentEncoding.label.encode).joined(separator: ".")
        case .members(let members): "." + joined(members, "=", explode, ".", .label)
        }
    }

    /// `;name=a` · `;name=a,b` · `;name=k,v` · exploded `;name=a;name=b` · `;k=v`. An empty value has no `=`.
    private func matrixText(of shape: ParameterShape) -> String? {
        let name = encoding.encode(name)
        func pair(_ name: String, _ value: String) -> String { value.isEmpty ? ";\(name)" : ";\(name)=\(value)" }
        switch shape {
        case .undefined: return nil
        case .primitive(let text): return pair(name, encoding.encode(text))
        case .list(let elements):
            let texts = elements.map(encoding.encode)
            return explode ? texts.map { pair(name, $0) }.joined() : pair(name, texts.joined(separator: ","))
        case .members(let members) where explode:
            return members.map { pair(encoding.encode($0.name), encoding.encode($0.value)) }.joined()
        case .members(let members): return pair(name, joined(members, ",", false, ",", encoding))
        }
    }

    /// The `name=value` texts of a query or cookie, or of a member of a form; none for an undefined value.
    func pairs(of value: JSONValue) -> [String] {
        let bracketed = style == .deepObject
        if bracketed { return BracketNotation.pairs(name: name, value, encoding) }
        let delimiter = Self.delimiter(of: style)
        switch ParameterShape(value) {
        case .undefined: return []
        case .primitive(let text): return [pair(name, encoding.encode(text))]
        case .list(let elements) where explode: return elements.map { pair(name, encoding.encode($0)) }
        case .list(let elements):
            return [pair(name, elements.map(elementEncoding.encode).joined(separator: delimiter))]
        case .members(let members) where explode: return members.map { pair($0.name, encoding.encode($0.value)) }
        case .members(let members):
            return [pair(name, joined(members, delimiter, false, delimiter, elementEncoding))]
        }
    }

    /// Returns the encoded delimiter between elements that are not exploded.
    static func delimiter(of style: ParameterStyle) -> String {
        switch style {
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        default: ","
        }
    }

    /// Returns the delimiters that are accepted from senders.
    package static func delimiters(of style: ParameterStyle) -> [String] {
        switch style {
        case .spaceDelimited: ["%20", "+"]
        case .pipeDelimited: ["%7C", "%7c", "|"]
        default: [","]
        }
    }

    /// Encodes a comma inside an element even when reserved characters are allowed, to tell it from a separator.
    private var elementEncoding: PercentEncoding {
        if case .reserved = encoding { .reserved(excluding: UInt8(ascii: ",")) } else { encoding }
    }

    private func pair(_ name: String, _ encodedValue: String) -> String {
        if case .form = encoding { return "\(encoding.encode(name))=\(encodedValue)" }
        return "\(PercentEncoding.unreserved.encode(name))=\(encodedValue)"
    }

    private func joined(
        _ members: [(name: String, value: String)], _ equals: String, _ explode: Bool, _ delimiter: String,
        _ encoding: PercentEncoding
    ) -> String {
        let texts = members.map {
            encoding.encode($0.name) + (explode ? equals : delimiter) + encoding.encode($0.value)
        }
        return texts.joined(separator: delimiter)
    }
}

extension JSONValue {
    /// Returns the value that a model writes as part of a message, or of its description.
    ///
    /// - Throws: The reason why it cannot be written, without values.
    static func written(
        by value: some JSONWritable, for direction: JSONDirection?
    ) throws(UnwritableValue) -> JSONValue {
        do {
            return try JSONReader.read(JSONValue.self, from: JSONWriter.bytes(of: value, for: direction))
        } catch let error as JSONWriteError {
            throw UnwritableValue("\(error)")
        } catch {
            throw UnwritableValue("nests too deeply")
        }
    }

    /// The value as one piece of text: a string's characters, a number's and a boolean's lexeme, the JSON text of an
    /// array or object; nil for null.
    var plainText: String? {
        switch self {
        case .null: nil
        case .boolean(let boolean): boolean ? "true" : "false"
        case .number(let number): number.text
        case .string(let string): string
        case .array, .object: String(decoding: JSONWriter.bytes(of: self), as: UTF8.self)
        }
    }
}

/// The reason why a value cannot be part of a message: a predicate, without values.
struct UnwritableValue: Error {
    let reason: String

    init(_ reason: String) {
        self.reason = reason
    }
}

/// A value in the shapes that the table "Style Values" of OpenAPI 3.0.3 distinguishes.
enum ParameterShape {
    /// Null, or an array or object with nothing in it (RFC 6570 §2.3).
    case undefined
    case primitive(String)
    case list([String])
    case members([(name: String, value: String)])

    init(_ value: JSONValue) {
        switch value {
        case .array(let elements):
            let texts = elements.compactMap(\.plainText)
            self = texts.isEmpty ? .undefined : .list(texts)
        case .object(let object):
            let members = object.compactMap { member in member.value.plainText.map { (member.name, $0) } }
            self = members.isEmpty ? .undefined : .members(members)
        default:
            self = value.plainText.map { .primitive($0) } ?? .undefined
        }
    }
}

/// The form in which a parameter's value is written (OpenAPI 3.0.3, Parameter Object, "Style Values").
///
/// Beyond the specification's table:
/// - Null members and null elements are left out, and so is a parameter that has nothing else (RFC 6570 §2.3,
///   "undefined"); an empty array or object is therefore received as an absent one.
/// - `label` separates with `.`, as the table of 3.0.3 shows, also where RFC 6570 has `,`; dots inside elements of
///   arrays and objects are written `%2E`.
/// - `spaceDelimited` and `pipeDelimited` separate with `%20` and `%7C`, since neither character is allowed in a URI
///   (RFC 3986 §2). A separator inside an element would be indistinguishable from one between elements: such a value is
///   not sent. Exploded they are `form`.
/// - `deepObject` writes brackets as `%5B` and `%5D` for the same reason, nested objects as `a[b][c]=d` and arrays with
///   their index, `a[b][0]=c`. A member name that holds a bracket would be indistinguishable from nesting: such a value
///   is not sent.
/// - An object or array inside any other style is its JSON text.
/// - In headers nothing is percent-encoded: a value with a `,` inside an element, or with spaces around one, is not sent.
/// - An exploded object of style `form` carries no name of its own: a receiver sees its members among the others of
///   the query.
public enum ParameterStyle: String, Hashable, Sendable {
    /// `a=1&b=2`: the default of query and cookie parameters.
    case form
    /// `1,2`: the default of path and header parameters.
    case simple
    /// `.1.2` in a path.
    case label
    /// `;a=1,2` in a path.
    case matrix
    /// `a=1%202` in a query.
    case spaceDelimited
    /// `a=1%7C2` in a query.
    case pipeDelimited
    /// `a[x]=1&a[y]=2` in a query.
    case deepObject
}
