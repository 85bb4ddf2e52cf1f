import EveryTypeAPI
import Foundation
import KurusRuntime
import Testing

/// Contents of every kind from a client to a server and back.
@Suite struct EveryTypeServerTests {
    private static func client(_ echo: Echo) -> EveryTypeClient {
        let server = EveryTypeServer(echo)
        let transport = ServerTransport { await server.respond(to: $0, basePath: "/types") }
        return EveryTypeClient(APIClient(server: EveryTypeClient.exampleCom, transport: transport))
    }

    @Test func contentsArriveAsTheyWereSent() async throws {
        let client = Self.client(Echo())
        #expect(try await client.putEnum(body: .value2) == .unrecognized("value 2"))
        #expect(try await client.putFree(body: ["a": [1.5]]) == ["a": [1.5]])
        #expect(try await client.putList(body: [.init(value: 1), .init()]).map(\.name) == ["1", "nil"])
        #expect(try await client.putMap(body: ["k": "v"]) == ["k": Leaf(name: "v")])
        #expect(try await client.putUnion(body: .string("cat")) == .cat(Cat(kind: "cat")))
        #expect(try await client.putUnion(body: .cat(Cat(kind: "dog"))) == .dog(Dog(kind: "dog", bark: .loud)))
        #expect(try await client.getEnum() == .b)
        #expect(try await client.getUnion() == .dog(Dog(kind: "d", bark: .quiet)))
        #expect(try await client.getMap() == ["a": 1.25])
        #expect(try await client.getList() == [Leaf(name: "l")])
        #expect(try await client.getFree() == .null)
        #expect(try await client.getText() == "text")
        #expect(try await client.postInline(body: .init(id: "i", here: .a)).kind == .y)
    }

    @Test func decimalsKeepTheirWireForm() async throws {
        let transport = RecordingTransport(.content("12.50"))
        let client = EveryTypeClient(APIClient(server: EveryTypeClient.exampleCom, transport: transport))
        #expect(try await client.putNumber(body: 0.1) == 12.5)
        #expect(transport.requests.first?.body.map { String(decoding: $0, as: UTF8.self) } == #""0.1""#)
        #expect(try await Self.client(Echo()).putNumber(body: 7.25) == 7.25)
        #expect(try await Self.client(Echo()).getNumber() == -0.5)
    }

    @Test(arguments: [nil, "", "x"])
    func nullableAnswerMayBeNull(_ text: String?) async throws {
        #expect(try await Self.client(Echo()).putText(body: text) == text)
    }

    @Test func everythingArrives() async throws {
        let text =
            #"{"leaf":{"name":"n"},"nullableLeaf":null,"color":"purple","oneOfMixed":["a"],"linkedList":{"value":1},"#
            + #""level":100,"decimalAlias":1.25,"textAlias":"t"}"#
        let everything = try read(Everything.self, text)
        let answer = try await Self.client(Echo()).postEverything(body: everything)
        #expect(answer == everything)
        #expect(try read(JSONValue.self, json(answer)) == (try read(JSONValue.self, text)))
    }

    @Test(arguments: [
        (HTTPMethod.put, "/types/number", #"{"secret":1}"#, 400), (.put, "/types/enum", "", 400),
        (.put, "/types/nowhere", "", 404), (.delete, "/types/number", "", 405), (.get, "/number", "", 404),
    ])
    func whatDoesNotFitIsRefused(method: HTTPMethod, path: String, body: String, status: Int) async throws {
        let url = try #require(URL(string: "https://example.com\(path)"))
        let server = EveryTypeServer(Echo())
        let request = HTTPRequest(
            method: method, url: url, fields: ["Content-Type": "application/json"], body: Array(body.utf8))
        let answer = await server.respond(to: request, basePath: "/types")
        #expect(answer.status == status)
        #expect(!String(decoding: answer.body, as: UTF8.self).contains("secret"))
    }
}

/// Answers with its argument, or with something fixed.
private struct Echo: EveryTypeOperations {
    func getEnum() async throws(APIError) -> GetEnumOperation.Response { .b }
    func putEnum(body: PutEnumOperation.Body) async throws(APIError) -> Color {
        .unrecognized("value \(body.rawValue)")
    }
    func getEverythingDeprecated(
        old: String?, oldRequired: DeprecatedEnum
    ) async throws(APIError) -> GetEverythingDeprecatedOperation.Output {
        .ok(body: DeprecatedObject(value: oldRequired.rawValue), xOld: old)
    }
    func postEverything(body: Everything) async throws(APIError) -> Everything { body }
    func getFree() async throws(APIError) -> JSONValue { .null }
    func putFree(body: [String: JSONValue]) async throws(APIError) -> FreeForm { .object(object(body)) }
    func postInline(body: PostInlineOperation.Body) async throws(APIError) -> PostInlineOperation.Response {
        .init(result: .init(code: 1), kind: body.here == .a ? .y : .x)
    }
    func getList() async throws(APIError) -> [Leaf] { [Leaf(name: "l")] }
    func putList(body: [PutListOperation.BodyElement]) async throws(APIError) -> ObjectListAlias {
        body.map { Leaf(name: $0.value.map(String.init) ?? "nil") }
    }
    func getMap() async throws(APIError) -> [String: Decimal] { ["a": 1.25] }
    func putMap(body: MapAlias) async throws(APIError) -> ObjectMapAlias { body.mapValues { Leaf(name: $0) } }
    func getNumber() async throws(APIError) -> Decimal { -0.5 }
    func putNumber(body: Decimal) async throws(APIError) -> Decimal { body }
    func getText() async throws(APIError) -> String { "text" }
    func putText(body: String?) async throws(APIError) -> String? { body }
    func getUnion() async throws(APIError) -> GetUnionOperation.Response { .dog(Dog(kind: "d", bark: .quiet)) }
    func putUnion(body: PutUnionOperation.Body) async throws(APIError) -> OneOfMapped {
        if case .string(let kind) = body { .cat(Cat(kind: kind)) } else { .dog(Dog(kind: "dog", bark: .loud)) }
    }

    private func object(_ members: [String: JSONValue]) -> JSONObject {
        members.reduce(into: JSONObject()) { $0[$1.key] = $1.value }
    }
}
