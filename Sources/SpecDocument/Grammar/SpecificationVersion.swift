/// A version of OpenAPI whose documents are read. The object model has the form of 3.1: 3.0 is upgraded while decoding,
/// and 3.2 is read as 3.1.
package enum SpecificationVersion: String, Comparable, CaseIterable, Sendable {
    case v30 = "3.0"
    case v31 = "3.1"
    case v32 = "3.2"

    package static func < (first: Self, second: Self) -> Bool {
        first.rawValue < second.rawValue
    }
}

/// The versions that have a field.
package struct VersionRange: Sendable {
    package let first: SpecificationVersion
    package let last: SpecificationVersion

    static let all = Self(first: .v30, last: .v32)
    static let since31 = Self(first: .v31, last: .v32)
    static let since32 = Self(first: .v32, last: .v32)
    static let until30 = Self(first: .v30, last: .v30)

    package func contains(_ version: SpecificationVersion) -> Bool {
        first <= version && version <= last
    }
}

/// The use that is made of a field.
package enum FieldTreatment: String, Sendable, CaseIterable {
    /// Decides about the generated source.
    case generated
    /// Is part of the generated comments alone.
    case documented
    /// Is checked, and has no effect on the generated source.
    case read
    /// Is not followed, with a warning.
    case warned
}
