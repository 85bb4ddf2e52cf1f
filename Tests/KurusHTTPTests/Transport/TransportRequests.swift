import Foundation
import HTTPTestSupport
import KurusHTTP
import Testing

extension HTTPRequest {
    /// A request to a scripted server.
    static func to(
        _ server: ScriptedServer, _ target: String = "/", method: HTTPMethod = .get, fields: HTTPFields = [:],
        body: String? = nil, isSafe: Bool? = nil
    ) throws -> HTTPRequest {
        let url = try #require(URL(string: server.url + target, encodingInvalidCharacters: false))
        var request = HTTPRequest(method: method, url: url, fields: fields, body: body.map { Array($0.utf8) })
        request.isSafe = isSafe ?? method.isSafe
        return request
    }

    /// A POST with JSON content.
    static func post(_ server: ScriptedServer, _ target: String = "/", isSafe: Bool = false) throws -> HTTPRequest {
        try to(
            server, target, method: .post, fields: ["Content-Type": "application/json"], body: #"{"a":1}"#,
            isSafe: isSafe)
    }
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}

/// The transport's error, nil for an answer.
func transportError(_ send: () async throws -> HTTPResponse) async -> TransportError? {
    do {
        _ = try await send()
        return nil
    } catch {
        return error as? TransportError ?? TransportError(.interrupted, "no transport error: \(type(of: error))")
    }
}
