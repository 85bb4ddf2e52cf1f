import EveryBodyAPI

/// A call of the client, as an argument of a test.
struct BodyCall: Sendable {
    let call: @Sendable (EveryBodyClient) async throws -> Void

    init(_ call: @escaping @Sendable (EveryBodyClient) async throws -> Void) {
        self.call = call
    }
}
