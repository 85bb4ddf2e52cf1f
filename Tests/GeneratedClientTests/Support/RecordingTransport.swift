import Foundation
import KurusRuntime
import Synchronization

/// Keeps the requests that it is given and plays back answers: the first one first, the last one for ever.
final class RecordingTransport: HTTPTransport {
    private let state: Mutex<(requests: [HTTPRequest], answers: ArraySlice<HTTPResponse>)>

    init(_ answers: HTTPResponse...) {
        state = Mutex((requests: [], answers: answers[...]))
    }

    var requests: [HTTPRequest] { state.withLock { $0.requests } }

    func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        try state.withLock { state in
            state.requests.append(request)
            guard let answer = state.answers.first else { throw TransportError(.notSent, "no answer is left") }
            if state.answers.count > 1 { state.answers.removeFirst() }
            return answer
        }
    }
}

extension HTTPResponse {
    /// An answer with this JSON content, status 200.
    static func content(_ json: String) -> HTTPResponse {
        content(200, json)
    }

    /// As `content(_:)`, with any status.
    static func content(_ status: Int, _ json: String, fields: HTTPFields = [:]) -> HTTPResponse {
        var fields = fields
        fields["Content-Type"] = "application/json"
        return HTTPResponse(status: status, fields: fields, body: Array(json.utf8))
    }
}

extension HTTPRequest {
    /// Method and URL, the fields in their order, an empty line and the content: everything that is sent.
    var wireText: String {
        let head = ["\(method) \(url.absoluteString)"] + fields.map { "\($0.name): \($0.value)" }
        let content = body.map { ["", String(decoding: $0, as: UTF8.self)] } ?? []
        return (head + content).joined(separator: "\n")
    }
}
