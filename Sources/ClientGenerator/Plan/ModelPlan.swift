import SpecAPI
import SpecDiagnostics

/// A type to declare: all decisions, before printing.
struct ModelPlan: Sendable {
    enum Kind {
        case structure(StructurePlan)
        case enumeration(EnumerationPlan)
        case union(UnionPlan)
        case alias(TypeReference)
        case form(FormPlan)
    }

    var name: Identifier
    /// The location of the component's name or of the inline schema.
    var location: SourceLocation
    var documentation: [String]
    var kind: Kind
    /// Whether the component allows null, so that every use of the type is optional.
    var isNullable = false
    /// The types of inline schemas.
    var nested: [ModelPlan] = []
}

/// A struct that reads and writes a JSON object.
struct StructurePlan {
    enum Presence {
        case required
        /// Always written, as null without a value.
        case requiredNullable
        case optional
        /// Absent, null or a value.
        case optionalNullable
    }

    struct Property {
        var wireName: String
        var name: Identifier
        var location: SourceLocation
        /// The type without the optional that its presence adds.
        var type: TypeReference
        var presence: Presence
        /// Whether null is one of the type's own values, as for a free-form value.
        var holdsNull: Bool
        /// Whether the value has to be boxed, because its type contains this one.
        var isIndirect: Bool
        var isSensitive: Bool
        /// The messages that alone carry the property, and whether they require it.
        var oneWay: ObjectShape.OneWay?
        var documentation: [String]

        /// Whether null satisfies the messages that alone carry the property and require it.
        var demandsNull: Bool {
            guard case .optionalNullable = presence else { return false }
            return oneWay?.isRequired == true
        }

        var declaredType: TypeReference {
            switch presence {
            case .required: type
            case .requiredNullable, .optional: type.optional
            case .optionalNullable: type.nullable
            }
        }
    }

    /// A `oneOf` or `anyOf` beside the properties, read from the same object.
    struct UnionProperty {
        var name: Identifier
        var location: SourceLocation
        var type: TypeReference
    }

    /// The members that are not properties, where the document declares them.
    struct Additional {
        var name: Identifier
        var location: SourceLocation
        /// The type of the values.
        var type: TypeReference
    }

    /// One way to make a value: the optional properties that it requires, and those that it excludes.
    struct Initializer {
        var required: Set<String> = []
        var left: Set<String> = []
        var note: String?
        /// The location of the list of ways; nil where there is only one.
        var location: SourceLocation?
    }

    var properties: [Property]
    var additional: Additional?
    var unions: [UnionProperty]
    var initializers: [Initializer]
}

/// An open enumeration.
struct EnumerationPlan {
    struct Case {
        var text: String
        var name: Identifier
        var location: SourceLocation
        var isDeprecated: Bool
    }

    var isInteger: Bool
    var cases: [Case]

    var rawType: TypeReference { isInteger ? TypeReference(known: "Int") : .string }
}

/// An enum with a case for each alternative.
struct UnionPlan {
    struct Case {
        var name: Identifier
        var location: SourceLocation
        var type: TypeReference
        var discriminatorValues: [String]
        var documentation: [String]
    }

    /// A value that satisfies several alternatives of an `anyOf` at once, where no single one knows all of its members.
    struct Several {
        var caseName: Identifier
        var typeName: Identifier
        var location: SourceLocation
        /// The alternatives that are objects, by the names of their cases.
        var parts: [(name: Identifier, type: TypeReference)]
    }

    var discriminator: String?
    var cases: [Case]
    var several: Several?
    /// Whether an alternative contains the union.
    var isIndirect: Bool
}

/// A struct that is sent or read as the parts of a multipart body.
struct FormPlan {
    enum Part {
        case value(TypeReference, contentType: String?)
        /// The media types and ranges that the document lists.
        case file([String])
        case files([String])
    }

    struct Property {
        var wireName: String
        var name: Identifier
        var location: SourceLocation
        var part: Part
        var isRequired: Bool
        var isSensitive: Bool
        var documentation: [String]
    }

    var properties: [Property]
}
