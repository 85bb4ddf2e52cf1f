import HTTPTestSupport
import Synchronization

/// A server on this machine that publishes pages.
final class TestProvider: Sendable {
    typealias Answer = @Sendable (Arrival, Peer) -> ScriptedServer.Ending

    private let server: ScriptedServer
    private let answers: Answers

    /// The state that the server's script and the test share.
    private final class Answers: Sendable {
        private let byPath = Mutex<[String: Answer]>([:])

        subscript(path: String) -> Answer? {
            get { byPath.withLock { $0[path] } }
            set { byPath.withLock { $0[path] = newValue } }
        }
    }

    init() throws {
        let answers = Answers()
        self.answers = answers
        server = try ScriptedServer { arrival, peer in
            let path = arrival.line.split(separator: " ").last.map(String.init) ?? ""
            if let answer = answers[path] { return answer(arrival, peer) }
            peer.answer(404, "# Not found\n")
            return .keep
        }
    }

    var url: String { server.url }

    /// Every request so far: its line, and the entity tag that it names.
    var requests: [[String]] {
        server.arrivals.map { [$0.line] + $0.values(of: "If-None-Match") }
    }

    func answer(_ path: String, _ answer: @escaping Answer) {
        answers[path] = answer
    }

    /// Publishes a page; with an entity tag, it is sent only to who does not have it.
    func publish(_ path: String, _ text: String, status: Int = 200, tag: String? = nil, fields: [String] = []) {
        answer(path) { arrival, peer in
            let tagField = tag.map { ["ETag: \($0)"] } ?? []
            if let tag, arrival.values(of: "If-None-Match") == [tag] {
                peer.write("HTTP/1.1 304 X\r\nETag: \(tag)\r\n\r\n")
            } else {
                peer.answer(status, text, fields: tagField + fields)
            }
            return .keep
        }
    }
}
