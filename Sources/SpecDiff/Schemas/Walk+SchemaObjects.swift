import SpecDiagnostics
import SpecPages

extension Rule {
    static let schemas: [Rule] = []
}

// Two Schema Objects (OpenAPI 3.0.3, §4.7.24).
extension Walk {
    /// Compares two schemas that are no references; one that is missing allows anything.
    mutating func compareSchemaObjects(_ base: Spot?, _ revision: Spot?, _ use: SchemaUse, _ subject: SchemaSubject) {
    }

    /// Compares what may stand beside `$ref` as well: descriptions, `nullable`, `deprecated`, `readOnly`, `writeOnly`
    /// and extensions.
    mutating func compareAnnotations(_ base: Spot, _ revision: Spot, _ use: SchemaUse, _ subject: SchemaSubject) {
    }
}
