import SpecDiagnostics
import SpecDocument

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

    /// Takes over what another description of the same value says: its words where it has some, and every mark that
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

    /// Whether null is one of its values: a schema without a type allows every value.
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
