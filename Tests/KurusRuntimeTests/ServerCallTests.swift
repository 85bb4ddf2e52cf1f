import Foundation
import KurusRuntime
import KurusServer
import Testing

@Suite struct ServerCallTests {
    private func answer(
        _ request: HTTPRequest, path: String = "/x",
        _ respond: @escaping @Sendable (ServerCall) throws(APIError) -> String
    ) async -> HTTPResponse {
        let route = APIRoute(request.method, path) { (call) throws(APIError) in .text(200, try respond(call)) }
        return await APIRouter.respond(to: request, [route])
    }

    @Test func readsParametersOfEveryPlace() async throws {
        let request = try request(
            .get, "/x/7?page=2&all=true&at=2026-11-20&q=%5B1%5D", fields: ["X-Id": " abc ", "Cookie": "a=1; b=x%20y"])
        let response = await answer(request, path: "/x/{id}") { (call) throws(APIError) in
            let parts: [String] = [
                "\(try call.path("id", Int.self))", "\(try call.require(try call.query("page", Int.self), "page"))",
                "\(try call.require(try call.query("all", Bool.self), "all"))",
                "\(try call.require(try call.query("at", CalendarDate.self), "at"))",
                "\(try call.require(try call.queryJSON("q", [Int].self), "q"))",
                try call.require(try call.header("x-id"), "X-Id"), try call.require(try call.cookie("b"), "b"),
            ]
            return parts.joined(separator: "|")
        }
        #expect(response.text == "7|2|true|2026-11-20|[1]|abc|x y")
    }

    @Test(arguments: [
        ("/x?page=two", "query parameter page: expected number, found string (byte 0)"),
        ("/x?page=1&page=2", "query parameter page: expected number, found array (byte 0)"),
        ("/x", "page is missing"), ("/x?page=", "query parameter page: expected number, found string (byte 0)"),
        ("/x?page=%FF", "query parameter page: value not representable as percent-encoded UTF-8 (byte 0)"),
    ])
    func refusesQueriesWithoutTheirValues(target: String, error: String) async throws {
        let response = await answer(try request(.get, target)) { (call) throws(APIError) in
            "\(try call.require(try call.query("page", Int.self), "page"))"
        }
        #expect(response.status == 400)
        #expect(response.text == #"{"error":"\#(error)"}"#)
    }

    @Test(
        arguments: [
            ("application/json", #"{"iban":"x"}"#, 200, "x"), ("application/problem+json", #"{"iban":"x"}"#, 200, "x"),
            (nil, #"{"iban":"x"}"#, 200, "x"), ("application/json", nil, 200, "none"),
            ("application/json", "", 200, "none"),
            ("text/html", #"{"iban":"x"}"#, 415, #"{"error":"unsupported media type"}"#),
            (
                "application/json", #"{"iban":7}"#, 400,
                #"{"error":"content: expected string, found number at /iban (byte 8)"}"#
            ),
            ("application/json", "{}", 400, #"{"error":"content: missing member ‘iban’ (byte 0)"}"#),
            ("application/json", "planted", 400, #"{"error":"content: unexpected character (byte 0)"}"#),
        ] as [(String?, String?, Int, String)])
    func readsJSON(contentType: String?, body: String?, status: Int, text: String) async throws {
        let fields: HTTPFields = contentType.map { ["Content-Type": $0] } ?? [:]
        let response = await answer(try request(.post, "/x", fields: fields, body: body)) { (call) throws(APIError) in
            try call.json(BankAccount.self)?.iban ?? "none"
        }
        #expect(response.status == status)
        #expect(response.text == text)
    }

    @Test func readsTextAndData() async throws {
        let request = try request(.post, "/x", fields: ["Content-Type": "Text/Plain; charset=utf-8"], body: "é")
        let response = await answer(request) { (call) throws(APIError) in
            "\(call.mediaType ?? "") \(call.text() ?? "") \(call.data()?.count ?? 0)"
        }
        #expect(response.text == "text/plain é 2")
    }

    @Test func absentContentIsNil() async throws {
        let response = await answer(try request(.post, "/x")) { (call) throws(APIError) in
            "\(call.mediaType == nil) \(call.text() == nil) \(call.data() == nil) \(try call.form(JSONValue.self) == nil)"
        }
        #expect(response.text == "true true true true")
    }

    @Test func contentWithAMediaTypeMayBeEmpty() async throws {
        for (type, text) in [("text/plain", "true 0"), ("application/x-www-form-urlencoded", "true 0 {}")] {
            let response = await answer(try request(.post, "/x", fields: ["Content-Type": type])) {
                (call) throws(APIError) in
                let form = type == "text/plain" ? "" : " \(try call.form(JSONValue.self) ?? nil)"
                return "\(call.text() == "") \(call.data()?.count ?? -1)\(form)"
            }
            #expect(response.text == text)
        }
    }

    @Test func explodedObjectIsNoneWhenNoPairIsItsOwn() async throws {
        for (target, text) in [("/x?page=1", "none"), ("/x", "none"), ("/x?page=1&iban=a", "a")] {
            let response = await answer(try request(.get, target)) { (call) throws(APIError) in
                try call.query("account", BankAccount.self)?.iban ?? "none"
            }
            #expect(response.text == text)
        }
    }

    @Test func absentExplodedArrayIsNone() async throws {
        let response = await answer(try request(.get, "/x?page=1")) { (call) throws(APIError) in
            "\(try call.query("ids", [Int].self) ?? [])\(try call.query("id", String.self) ?? "none")"
        }
        #expect(response.text == "[]none")
    }

    @Test func callPrintsMethodAndTemplate() async throws {
        let request = try request(.get, "/x/planted?q=planted", fields: ["Authorization": "planted"])
        let response = await answer(request, path: "/x/{id}") { (call) throws(APIError) in
            var dumped = ""
            dump(call, to: &dumped)
            return "\(call)|\(String(reflecting: call))|\(dumped)"
        }
        #expect(response.text == "GET /x/{id}|GET /x/{id}|- GET /x/{id}\n")
    }
}
