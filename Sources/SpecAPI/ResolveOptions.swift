/// The choices of kurus.json that the resolution follows.
package struct ResolveOptions: Sendable {
    /// `types`: a word of `type`, or `type/format`, to the scalar it stands for.
    package var types: [String: ScalarType]
    /// `components`: a component such as `schemas/Amount`, to the page whose version is taken where pages differ.
    package var preferredPages: [String: String]

    package init(types: [String: ScalarType] = [:], preferredPages: [String: String] = [:]) {
        self.types = types
        self.preferredPages = preferredPages
    }
}
