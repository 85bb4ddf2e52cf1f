import Foundation
import KurusRuntime
import KurusServer
import SeededRandom
import Testing

/// Requests with random damage: a server answers every one of them.
@Suite struct MutationTests {
    private static let routes = [
        APIRoute(.post, "/x/{id}~{b}.json") { (call) throws(APIError) in
            _ = try? call.path("id", Color.self, .matrix, explode: true)
            _ = try? call.path("b", [Int].self, .label)
            _ = try? call.query("a", Color.self, .deepObject)
            _ = try? call.query("a", Color.self)
            _ = try? call.cookie("a", [String].self)
            _ = try? call.header("a", Color.self, explode: true)
            _ = try? call.form(Colors.self, ["list": FormEncoding(style: .pipeDelimited)])
            _ = try? call.multipart(Upload.self)
            _ = try call.json(JSONValue.self)
            return .empty(204)
        }
    ]

    private static let bodies = [
        "text=a&list=b%7Cc&object[R]=1&object[shades][0]=x&object[shades][1]=y",
        "--b\r\nContent-Disposition: form-data; name=\"title\"; filename=\"a\\\"b\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nx\r\n--b\r\nContent-Disposition: form-data; name=rows\r\n\r\n7\r\n--b--\r\nepilogue",
        #"{"text":"a","list":["b"],"object":{"R":1}}"#,
    ]

    private static let types = [
        "application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "multipart/form-data; boundary=\"\"",
        "application/json; charset=utf-8", "",
    ]

    @Test func everyRequestIsAnswered() async throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("everyRequestIsAnswered seed: \(seed)")
        var random = SeededGenerator(seed)
        for _ in 0..<3000 {
            let target = Self.damaged(
                "/x/;R=1;name=a%20b~.1.2.json?a%5BR%5D=1&a[shades][0]=%C3%A9&R=2&=&&a", using: &random)
            guard let url = URL(string: "https://api.example.com/" + target) else { continue }
            var request = HTTPRequest(method: .post, url: url)
            request.fields["Cookie"] = Self.damaged("a=1; b=x%20y; a=%F0%9F", using: &random)
            request.fields["a"] = Self.damaged("R=1,name=x", using: &random)
            request.fields["Content-Type"] = Self.damaged(
                Self.types.randomElement(using: &random) ?? "", using: &random)
            request.body = Array(Self.damaged(Self.bodies.randomElement(using: &random) ?? "", using: &random).utf8)
            let status = await APIRouter.respond(to: request, Self.routes).status
            #expect([204, 400, 404, 415].contains(status), "seed \(seed)")
        }
    }

    /// Up to three bytes changed, removed, doubled or moved.
    private static func damaged(_ text: String, using random: inout SeededGenerator) -> String {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 0...3, using: &random) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<4, using: &random) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(bytes[index], at: Int.random(in: 0...bytes.count, using: &random))
            default: bytes.removeSubrange(index...)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
