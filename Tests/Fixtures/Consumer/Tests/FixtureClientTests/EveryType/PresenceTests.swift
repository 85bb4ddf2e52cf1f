import EveryTypeAPI
import KurusRuntime
import Testing

/// Absent, null and a value are told apart where the document distinguishes them, for every kind of type.
@Suite struct PresenceTests {
    struct Property: Sendable, CustomTestStringConvertible {
        let name: String
        let sample: JSONValue

        var isRequired: Bool { name.hasPrefix("required") }
        var isNullable: Bool { name.contains("Nullable") }
        /// A schema without keywords allows null.
        var isFree: Bool { name.hasSuffix("Free") }
        var testDescription: String { name }
    }

    private static let prefixes = ["required", "requiredNullable", "optional", "optionalNullable"]

    static let properties: [Property] = {
        let kinds: [(String, JSONValue)] = [
            ("Text", "x"), ("Count", 5), ("Amount", 12.5), ("Flag", true), ("Day", "2024-02-29"), ("List", ["a", ""]),
            ("Map", ["a": 1]), ("Free", ["any": [1, nil]]), ("Choice", "on"), ("Inside", ["value": "x"]),
            ("Object", ["name": "n"]), ("Alias", "label"),
        ]
        let everywhere = kinds.flatMap { kind in prefixes.map { Property(name: $0 + kind.0, sample: kind.1) } }
        let others: [(String, JSONValue)] = [
            ("requiredEnum", "red"), ("optionalEnum", "red"), ("requiredNullableReference", ["name": "n"]),
            ("optionalNullableReference", ["name": "n"]),
        ]
        return everywhere + others.map { Property(name: $0.0, sample: $0.1) }
    }()

    /// An object with all required members and no others.
    private static let base: JSONObject = properties.filter(\.isRequired).reduce(into: JSONObject()) {
        object, property in
        object[property.name] = property.sample
    }

    private static func object(_ property: Property, _ value: JSONValue?) -> JSONValue {
        var object = base
        object[property.name] = value
        return .object(object)
    }

    private static func written(_ value: JSONValue) throws -> JSONValue {
        try read(JSONValue.self, json(try read(Presence.self, json(value))))
    }

    @Test(arguments: properties)
    func valueIsKept(_ property: Property) throws {
        let object = Self.object(property, property.sample)
        #expect(try Self.written(object) == object)
    }

    @Test(arguments: properties)
    func absenceIsKeptOrRefused(_ property: Property) throws {
        let object = Self.object(property, nil)
        guard property.isRequired else {
            #expect(try Self.written(object) == object)
            return
        }
        #expect { try Self.written(object) } throws: { error in
            (error as? JSONError)?.problem == .missingMember(name: property.name)
        }
    }

    @Test(arguments: properties)
    func nullIsKeptWhereItIsAValue(_ property: Property) throws {
        let object = Self.object(property, .some(.null))
        switch (property.isNullable || property.isFree, property.isRequired) {
        case (true, _): #expect(try Self.written(object) == object)
        // Tolerated, and read as absent: providers send null for members that they leave out.
        case (false, false): #expect(try Self.written(object) == Self.object(property, nil))
        case (false, true):
            #expect { try Self.written(object) } throws: { error in
                guard case .typeMismatch(_, .null)? = (error as? JSONError)?.problem else { return false }
                return true
            }
        }
    }

    @Test func requiredNullableIsAlwaysWritten() {
        #expect(json(RequiredNullable(value: nil)) == #"{"value":null}"#)
        #expect(json(RequiredNullable(value: "x")) == #"{"value":"x"}"#)
    }

    @Test func optionalNullableHasThreeStates() throws {
        #expect(json(OptionalNullable()) == "{}")
        #expect(json(OptionalNullable(value: .null)) == #"{"value":null}"#)
        #expect(json(OptionalNullable(value: .value("x"))) == #"{"value":"x"}"#)
        #expect(try read(OptionalNullable.self, "{}").value == .absent)
        #expect(try read(OptionalNullable.self, #"{"value":null}"#).value == .null)
        #expect(try read(OptionalNullable.self, #"{"value":"x"}"#).value == .value("x"))
    }

    /// A default is documented, but never sent.
    @Test func defaultsAreNotSent() throws {
        #expect(json(Defaults(required: "r")) == #"{"required":"r"}"#)
        try expectSame(Defaults.self, #"{"text":"hello","nothing":null,"choice":"b","required":"still required"}"#)
    }

    /// Required and read only is required in responses only, required and write only in requests only (§4.7.24.1).
    @Test func oneWayPropertiesMayBeAbsent() throws {
        try expectSame(Access.self, #"{"both":"b"}"#)
        try expectSame(Access.self, #"{"id":"i","serial":"s","secret":"x","pin":"p","both":"b"}"#)
        #expect(throws: JSONError.self) { try read(Access.self, #"{"id":"i","secret":"x"}"#) }
    }
}
