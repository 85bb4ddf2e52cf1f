import Foundation
import KurusRuntime
import Testing

/// The JSON text that a value writes.
func json(_ value: some JSONWritable) -> String {
    String(decoding: JSONWriter.bytes(of: value), as: UTF8.self)
}

/// A value read from JSON text.
func read<T: JSONReadable>(_ type: T.Type = T.self, _ text: String) throws -> T {
    try JSONReader.read(type, from: Array(text.utf8))
}

/// Reads the text as a type, writes it again and expects the same text; gives the value.
@discardableResult func expectSame<T: JSONReadable & JSONWritable>(
    _ type: T.Type, _ text: String, writes expected: String? = nil, _ location: SourceLocation = #_sourceLocation
) throws -> T {
    let value = try read(type, text)
    #expect(json(value) == expected ?? text, sourceLocation: location)
    return value
}

extension JSONValue {
    /// The same value with numbers in the one way that Decimal writes them: `20.00000000` is `20`.
    var withPlainNumbers: JSONValue {
        switch self {
        case .number(let number): number.decimal.flatMap { JSONNumber($0) }.map { .number($0) } ?? self
        case .array(let elements): .array(elements.map(\.withPlainNumbers))
        case .object(let object):
            .object(
                object.reduce(into: JSONObject()) { result, member in
                    result[member.name] = member.value.withPlainNumbers
                })
        default: self
        }
    }
}
