import Foundation
import KurusRuntime
import KurusServer
import Testing

@Suite struct APIRouterTests {
    private static func route(_ method: HTTPMethod, _ path: String, _ names: String...) -> APIRoute {
        APIRoute(method, path) { (call) throws(APIError) in
            var text = path
            for name in names {
                text += " \(name)=\(try call.path(name, String.self))"
            }
            return .text(200, text)
        }
    }

    private static let routes = [
        route(.get, "/items/{id}", "id"), route(.get, "/items/new"), route(.post, "/items/new"),
        route(.get, "/items/{id}.json", "id"), route(.get, "/items/{a}~{b}", "a", "b"),
        route(.get, "/items/{id}/parts/{part}", "id", "part"), route(.delete, "/items/{id}", "id"),
        route(.get, "/{kind}/{id}/parts/first", "kind", "id"), route(.get, "/with space/ü"), route(.get, "/"),
        route(.get, "/{a}-{b}{c}/x", "a", "b", "c"),
    ]

    @Test(arguments: [
        ("/items/new", "/items/new"), ("/items/7", "/items/{id} id=7"), ("/items/7.json", "/items/{id}.json id=7"),
        ("/items/a.json.json", "/items/{id}.json id=a.json"), ("/items/a~b~c", "/items/{a}~{b} a=a b=b~c"),
        ("/items/.json", "/items/{id} id=.json"), ("/items/a%2Fb%20%C3%A9", "/items/{id} id=a/b é"),
        ("/items/%6Eew", "/items/new"), ("/items/7/parts/8", "/items/{id}/parts/{part} id=7 part=8"),
        ("/items/7/parts/first", "/items/{id}/parts/{part} id=7 part=first"),
        ("/orders/7/parts/first", "/{kind}/{id}/parts/first kind=orders id=7"),
        ("/with%20space/%C3%BC", "/with space/ü"),
        ("/", "/"), ("/1-23/x", "/{a}-{b}{c}/x a=1 b=2 c=3"), ("/items/new?x=1", "/items/new"),
    ])
    func mostConcretePathWins(target: String, answer: String) async throws {
        #expect(await APIRouter.respond(to: try request(.get, target), Self.routes).text == answer)
    }

    @Test(arguments: [
        ("/x.a,b%2Cc", ParameterStyle.simple), ("/x..a.b%2Cc", .label), ("/x.;id=a,b%2Cc", .matrix),
        ("/%78%2Ea,b%2Cc", .simple),
    ])
    func aVariableBesideTextKeepsItsDelimiters(target: String, style: ParameterStyle) async throws {
        let route = APIRoute(.get, "/x.{id}") { (call) throws(APIError) in
            .text(200, try call.path("id", [String].self, style).joined(separator: " "))
        }
        #expect(await APIRouter.respond(to: try request(.get, target), [route]).text == "a b,c")
    }

    @Test(arguments: ["/items", "/items/", "/items/7/", "/items//parts/8", "/nothing", "/items/7/parts"])
    func unknownPathsAreNotFound(target: String) async throws {
        let response = await APIRouter.respond(to: try request(.get, target), Self.routes)
        #expect(response.status == 404)
        #expect(response.text == #"{"error":"no such path"}"#)
        #expect(response.fields["Content-Type"] == "application/json")
    }

    @Test(arguments: [
        (HTTPMethod.put, "/items/new", "GET, POST"), (.head, "/items/7", "DELETE, GET"),
        (.delete, "/items/new", "GET, POST"),
        (HTTPMethod(rawValue: "get") ?? .trace, "/", "GET"),
    ])
    func otherMethodsAreNotAllowed(method: HTTPMethod, target: String, allow: String) async throws {
        let response = await APIRouter.respond(to: try request(method, target), Self.routes)
        #expect(response.status == 405)
        #expect(response.fields["Allow"] == allow)
        #expect(response.text == #"{"error":"method not allowed"}"#)
    }

    @Test(arguments: [
        ("/v1", "/v1/items/new", 200), ("/v1/", "/v1/items/new", 200), ("v1", "/v1/items/new", 200),
        ("/", "/items/new", 200),
        ("/v1", "/items/new", 404), ("/v1", "/v10/items/new", 404), ("/a b", "/a%20b/items/new", 200),
        ("/v1", "/v1/", 200),
        ("/v1", "/v1", 404),
    ])
    func basePathStandsInFront(basePath: String, target: String, status: Int) async throws {
        let request = try request(.get, target)
        #expect(await APIRouter.respond(to: request, basePath: basePath, Self.routes).status == status)
    }

    /// A route is found where a client that is made for the same servers sends its request.
    @Test(arguments: [
        ("/v1", "/v2/own", 200), ("/v1", "/v1/own", 404), ("/v1", "/v1/items/new", 200), ("/v1", "/v2/items/new", 404),
        ("", "/v2/own", 200), ("/proxy/v1", "/proxy/v2/own", 200), ("/v1", "/v2/nothing", 404),
    ])
    func routesHaveBasePathsOfTheirOwn(basePath: String, target: String, status: Int) async throws {
        let own = APIRoute(.get, "/own", basePath: "/v2", insteadOf: ["/v1"]) { _ in .text(200, "own") }
        let request = try request(.get, target)
        #expect(await APIRouter.respond(to: request, basePath: basePath, Self.routes + [own]).status == status)
    }

    @Test(arguments: [
        ("https://api.example.com/v1/x?q=1", "https://api.example.com"),
        ("http://127.0.0.1:8080/", "http://127.0.0.1:8080"),
        ("https://[::1]:8443/x", "https://[::1]:8443"),
    ])
    func serverOfARequestIsItsOrigin(url: String, server: String) throws {
        let request = HTTPRequest(method: .get, url: try #require(.init(string: url)))
        #expect(APIServer(receiving: request).url == server)
    }

    @Test(arguments: [
        (APIError.refused(Refusal(status: 409, json: "taken" as JSONValue, fields: ["X": "1"])), 409, "\"taken\""),
        (.cancelled, 500, #"{"error":"internal error"}"#),
        (.notSent(NotSent(operation: "planted", reason: "planted")), 500, #"{"error":"internal error"}"#),
    ])
    func refusalsAreSentAndOtherErrorsHidden(error: APIError, status: Int, text: String) async throws {
        let route = APIRoute(.get, "/x") { (_) throws(APIError) in throw error }
        let response = await APIRouter.respond(to: try request(.get, "/x"), [route])
        #expect(response.status == status)
        #expect(response.text == text)
    }

    @Test(arguments: [("X", "a\r\nSet-Cookie: b=c"), ("X: a\r\nSet-Cookie", "b=c"), ("", "a")])
    func responsesWithFieldsThatCannotBeSentAreNotSent(name: String, value: String) async throws {
        let route = APIRoute(.get, "/x") { (_) throws(APIError) in
            var fields: HTTPFields = [:]
            fields.set(name, value)
            return .empty(204, fields: fields)
        }
        let response = await APIRouter.respond(to: try request(.get, "/x"), [route])
        #expect(response == .json(500, ["error": "internal error"] as JSONValue))
    }
}
