package import SpecDiagnostics

/// The choices of kurus.json that the resolution follows.
package struct ResolveOptions: Sendable {
    /// `types`: a word of `type`, or `type/format`, to the scalar it stands for.
    package var types: [String: ScalarType]
    /// `components`: a component such as `schemas/Amount`, to the page whose version is taken where pages differ.
    package var preferredPages: [String: String]
    /// Where the entries of `types` stand in kurus.json, for those that nothing uses.
    package var typePlaces: [String: SourceLocation]
    /// Where the entries of `components` stand in kurus.json, for those that nothing uses.
    package var componentPlaces: [String: SourceLocation]

    package init(
        types: [String: ScalarType] = [:], preferredPages: [String: String] = [:],
        typePlaces: [String: SourceLocation] = [:], componentPlaces: [String: SourceLocation] = [:]
    ) {
        self.types = types
        self.preferredPages = preferredPages
        self.typePlaces = typePlaces
        self.componentPlaces = componentPlaces
    }
}
