package import SpecDiagnostics
import SpecDocument
package import SpecTree

/// A schema after resolution: `allOf` merged, aliases and recursion kept as references by name.
package struct APISchema: Sendable {
    package var location: SourceLocation
    package var shape: SchemaShape
    package var nullable = false
    package var title: String?
    package var description: String?
    package var defaultValue: JSONNode?
    package var constraints = SchemaConstraints()
    package var deprecated = false
    package var readOnly = false
    package var writeOnly = false
    package var sensitive = false

    package init(at location: SourceLocation, _ shape: SchemaShape) {
        self.location = location
        self.shape = shape
    }
}

/// The values that a schema accepts, as far as Swift's types can express it.
package indirect enum SchemaShape: Sendable {
    /// Any JSON value.
    case any
    case scalar(ScalarType)
    case enumeration(EnumerationShape)
    case array(APISchema)
    case object(ObjectShape)
    case union(UnionShape)
    /// A schema of `components`, by name.
    case reference(String)
}

/// A value that is not composed of others. The raw value is the word of the type table in kurus.json.
package enum ScalarType: String, Sendable, CaseIterable {
    case boolean = "Bool"
    case int = "Int"
    case int32 = "Int32"
    case int64 = "Int64"
    case float = "Float"
    case double = "Double"
    /// An exact decimal, written as a JSON number.
    case decimal = "Decimal"
    /// An exact decimal, written as a JSON string.
    case decimalString = "DecimalText"
    case string = "String"
    /// A string that is masked wherever it is printed.
    case password = "Password"
    case dateTime = "DateTime"
    case date = "CalendarDate"
    case uuid = "UUID"
    case uri = "URL"
    /// Octets in Base64.
    case bytes = "Data"
    /// Raw octets: the content of a body or of a part.
    case binary = "Binary"
}

/// An open enumeration of strings or integers.
package struct EnumerationShape: Sendable {
    package struct Value: Sendable, Hashable {
        /// The string itself, or the lexeme of the integer.
        package var text: String
        package var location: SourceLocation
        package var deprecated: Bool
    }

    package var isInteger: Bool
    package var values: [Value]
}

/// An object: its properties, its other members, and the further conditions that it has to satisfy.
package struct ObjectShape: Sendable {
    package struct Property: Sendable {
        package var name: String
        package var location: SourceLocation
        package var schema: APISchema
        package var required: Bool
        /// Set where requests and responses share the object, and only one of them carries the property.
        package var oneWay: OneWay?

        package init(name: String, location: SourceLocation, schema: APISchema, required: Bool) {
            self.name = name
            self.location = location
            self.schema = schema
            self.required = required
        }
    }

    /// The messages that carry a property (OpenAPI 3.0.3, §4.7.24.1): `readOnly` ones are not sent in requests,
    /// `writeOnly` ones not in responses.
    package struct OneWay: Sendable {
        package enum Direction: Sendable {
            case request
            case response
        }

        package var direction: Direction
        /// Whether the property is required there.
        package var isRequired: Bool
    }

    /// The members that are not properties.
    package enum Additional: Sendable {
        /// Not declared: unknown members are skipped.
        case undeclared
        case forbidden
        case schema(APISchema)
    }

    /// `anyOf` or `oneOf` of `required` lists: the ways to satisfy the object.
    package struct RequiredAlternatives: Sendable {
        package var location: SourceLocation
        /// Whether it is a `oneOf`: members that only the other ways name are not sent.
        package var isExclusive: Bool
        package var ways: [[String]]
    }

    package var properties: [Property] = []
    package var additional: Additional = .undeclared
    package var requiredAlternatives: RequiredAlternatives?
    /// `oneOf` and `anyOf` beside the properties, read from the same object.
    package var unions: [UnionShape] = []
    /// The names in `required`, before they are applied to the properties.
    var requiredNames: [Located<String>] = []
}

/// `oneOf` or `anyOf`: a value of one of several schemas.
package struct UnionShape: Sendable {
    package enum Kind: String, Sendable {
        case oneOf
        case anyOf
    }

    package struct Alternative: Sendable {
        package var schema: APISchema
        /// The values of the discriminator's property that select this alternative; the first one is written.
        package var discriminatorValues: [String]
    }

    package var kind: Kind
    package var alternatives: [Alternative]
    /// The property whose value selects the alternative.
    package var discriminator: String?
}

extension APISchema {
    mutating func annotate(from reference: Reference) {
        description = reference.description ?? description
        title = reference.title ?? title
        nullable = nullable || reference.nullable
        deprecated = deprecated || reference.deprecated
        readOnly = readOnly || reference.readOnly
        writeOnly = writeOnly || reference.writeOnly
        sensitive = sensitive || reference.sensitive
    }

    /// Takes annotations from another description of the same value: its texts where it has some, and every mark that
    /// either has (JSON Schema Validation 2020-12, §9.3 and §9.4).
    mutating func annotate(from other: APISchema) {
        description = other.description ?? description
        title = other.title ?? title
        defaultValue = other.defaultValue ?? defaultValue
        deprecated = deprecated || other.deprecated
        readOnly = readOnly || other.readOnly
        writeOnly = writeOnly || other.writeOnly
        sensitive = sensitive || other.sensitive
        constraints.narrow(by: other.constraints)
    }

    /// Whether null is allowed: a schema without a type allows every value.
    var allowsNull: Bool { nullable || shape.isAny }

    mutating func annotate(from schema: Schema) {
        description = schema.description ?? description
        title = schema.title ?? title
        defaultValue = schema.defaultValue ?? defaultValue
        deprecated = deprecated || schema.deprecated
        readOnly = readOnly || schema.readOnly
        writeOnly = writeOnly || schema.writeOnly
        sensitive = sensitive || schema.sensitive
        constraints.narrow(by: SchemaConstraints(schema))
    }
}

extension SchemaShape {
    package var referenceName: String? {
        if case .reference(let name) = self { name } else { nil }
    }

    package var isAny: Bool {
        if case .any = self { true } else { false }
    }

    var isReferenceOrUnion: Bool {
        switch self {
        case .reference, .union: true
        case .any, .scalar, .enumeration, .array, .object: false
        }
    }

    /// Whether the value is or may be an object.
    var isObjectLike: Bool {
        switch self {
        case .object, .union, .any, .reference: true
        case .scalar, .enumeration, .array: false
        }
    }

    /// Returns whether both become the same Swift type.
    func isSame(as other: Self) -> Bool {
        switch (self, other) {
        case (.any, .any): true
        case (.scalar(let a), .scalar(let b)): a == b
        case (.enumeration(let a), .enumeration(let b)):
            a.isInteger == b.isInteger && Set(a.values.map(\.text)) == Set(b.values.map(\.text))
        case (.array(let a), .array(let b)): a.nullable == b.nullable && a.shape.isSame(as: b.shape)
        case (.reference(let a), .reference(let b)): a == b
        default: false
        }
    }

    /// Joins two enumerations of strings, or an enumeration and any string, to one enumeration.
    func joined(with other: Self) -> Self? {
        switch (self, other) {
        case (.enumeration(let values), .scalar(.string)), (.scalar(.string), .enumeration(let values)):
            return values.isInteger ? nil : .enumeration(values)
        case (.enumeration(var a), .enumeration(let b)) where a.isInteger == b.isInteger:
            let known = Set(a.values.map(\.text))
            a.values += b.values.filter { !known.contains($0.text) }
            return .enumeration(a)
        default: return nil
        }
    }
}
