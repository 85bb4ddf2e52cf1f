import EveryParameterAPI
import KurusRuntime

typealias ParameterCase = RequestCase<EveryParameterClient>

extension RequestCase where Client == EveryParameterClient {
    /// Makes a GET with an empty response.
    init(
        _ target: String, fields: [String] = [], call: @escaping @Sendable (EveryParameterClient) async throws -> Void
    ) {
        let head = ["GET https://example.com/parameters\(target)"] + fields + ["Accept: application/json"]
        self.init(target, head.joined(separator: "\n"), answer: HTTPResponse(status: 204), call: call)
    }

    /// Makes a GET with cookies, which come last.
    init(
        _ target: String, cookie: String, call: @escaping @Sendable (EveryParameterClient) async throws -> Void
    ) {
        let text = "GET https://example.com/parameters\(target)\nAccept: application/json\nCookie: \(cookie)"
        self.init(target, text, answer: HTTPResponse(status: 204), call: call)
    }
}

/// The values of the specification's style table (OpenAPI 3.0.3, §4.7.12.7).
enum StyleTable {
    static let text = "blue"
    static let list = ["blue", "black", "brown"]
    static let object = RGB(r: 100, g: 200, b: 150)
}
