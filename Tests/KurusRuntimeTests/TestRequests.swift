import Foundation
import KurusRuntime
import Testing

/// A request as a server receives it.
func request(
    _ method: HTTPMethod, _ target: String, fields: HTTPFields = [:], body: String? = nil
) throws -> HTTPRequest {
    let url = try #require(URL(string: "https://api.example.com" + target))
    return HTTPRequest(method: method, url: url, fields: fields, body: body.map { Array($0.utf8) })
}

func request(_ method: HTTPMethod, _ target: String, form: String) throws -> HTTPRequest {
    try request(method, target, fields: ["Content-Type": "application/x-www-form-urlencoded"], body: form)
}

extension HTTPResponse {
    var text: String { String(decoding: body, as: UTF8.self) }
}
