import EveryAnswerAPI
import Foundation
import KurusRuntime
import KurusServer
import Testing

/// A value that has no text is not sent, never as null and never as other values.
@Suite struct UnwritableValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let reason: String
        let call: @Sendable (EveryAnswerClient) async throws -> Void

        init(_ reason: String, _ call: @escaping @Sendable (EveryAnswerClient) async throws -> Void) {
            self.reason = reason
            self.call = call
        }

        var testDescription: String { reason }
    }

    private static let contents = [
        Case("the content has no finite number at /exact") { _ = try await $0.valueBody(body: .init(exact: .nan)) },
        Case("the content has no finite number at /text") { _ = try await $0.valueBody(body: .init(text: .nan)) },
        Case("the content has no finite number at /double") {
            _ = try await $0.valueBody(body: .init(double: .infinity))
        },
        Case("the content has no finite number at /single") {
            _ = try await $0.valueBody(body: .init(single: -.infinity))
        },
        Case("the content has no finite number at /list/2") {
            _ = try await $0.valueBody(body: .init(list: [1, 2, .nan]))
        },
        Case("the content has no finite number at /map/a~1b") {
            _ = try await $0.valueBody(body: .init(map: ["a/b": .nan]))
        },
        Case("the content has no finite number at /inner/exact") {
            _ = try await $0.valueBody(body: .init(inner: .init(exact: .quietNaN)))
        },
        Case("the form has no finite number at /rate") { try await $0.valueForm(body: .init(rate: .nan)) },
        Case("the form has a member pipes that \(ambiguous("`|`", "pipeDelimited"))") {
            try await $0.valueForm(body: .init(pipes: ["a|b"]))
        },
        Case("the form has a member nested that has a bracket in a member's name, which `deepObject` reads as nesting")
        {
            try await $0.valueForm(body: .init(nested: ["a[b]": "c"]))
        },
        Case("the part rate is no finite number") { try await $0.valueParts(body: .init(rate: .infinity)) },
        Case("the part thing has no finite number at /rate") {
            try await $0.valueParts(body: .init(thing: Thing(id: "t", rate: .nan)))
        },
    ]

    private static let parameters = [
        Case("the parameter id is no finite number") { try await $0.valueStyles(id: .nan) },
        Case("the parameter rate is no finite number") { try await $0.valueStyles(id: 1, rate: .nan) },
        Case("the parameter limits has no finite number at /1") {
            try await $0.valueStyles(id: 1, limits: [0, .infinity])
        },
        Case("the parameter pipes \(ambiguous("`|`", "pipeDelimited"))") {
            try await $0.valueStyles(id: 1, pipes: ["a", "b|c"])
        },
        Case("the parameter spaces \(ambiguous("space", "spaceDelimited"))") {
            try await $0.valueStyles(id: 1, spaces: ["a b"])
        },
        Case("the parameter deep has a bracket in a member's name, which `deepObject` reads as nesting") {
            try await $0.valueStyles(id: 1, deep: ["a]": "b"])
        },
        Case("the parameter X-List \(ambiguous("comma", "simple"))") {
            try await $0.valueStyles(id: 1, xList: ["a,b"])
        },
        Case("the parameter X-List begins or ends with white space, which is no part of a field's value") {
            try await $0.valueStyles(id: 1, xList: ["a", " b"])
        },
        Case("the parameter X-Map has a `=` in a member's name, which `simple` writes like the one after a name") {
            try await $0.valueStyles(id: 1, xMap: ["a=b": "c"])
        },
        Case("the parameter X-Text begins or ends with white space, which is no part of a field's value") {
            try await $0.valueStyles(id: 1, xText: "a ")
        },
    ]

    private static func ambiguous(_ delimiter: String, _ style: String) -> String {
        "has a \(delimiter) inside an element, which `\(style)` writes like the one between elements"
    }

    @Test(arguments: contents + parameters)
    func isNotSent(_ value: Case) async {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        let client = EveryAnswerClient(APIClient(server: AnswerExchange.base, transport: transport))
        #expect(await reasonNotSent { try await value.call(client) } == value.reason)
        #expect(transport.requests.isEmpty)
    }

    /// The same characters where a receiver tells them apart.
    @Test func whatCanBeToldApartArrives() async throws {
        let exchange = AnswerExchange(HTTPResponse(status: 204))
        try await exchange.client.valueStyles(
            id: -0.5, pipes: ["a b", "c,d"], spaces: ["a|b", "c"], commas: ["a,b", "c|d e"], deep: ["a": "[x]"],
            rate: 0.1, limits: [1.5], xList: ["a b", "c=d"], xMap: ["a": "b=c"], xText: "a, b")
        let request = try #require(exchange.requests.first)
        #expect(
            request.target == "/base/v1/values/styles/-0.5?pipes=a%20b%7Cc%2Cd&spaces=a%7Cb%20c&commas=a%2Cb,c%7Cd%20e"
                + "&deep%5Ba%5D=%5Bx%5D&rate=0.1&limits=%5B1.5%5D")
        #expect(request.fields["X-List"] == "a b,c=d")
        #expect(request.fields["X-Map"] == "a=b=c")
        #expect(request.fields["X-Text"] == "a, b")
    }

    /// A server answers 500 instead of other values.
    @Test(
        arguments: [
            .json(200, Numbers(exact: .nan)), .form(200, Styled(pipes: ["a|b"], plain: "p"), ["pipes": pipes]),
            .multipart(200, ValuePartsOperation.Body(rate: .nan)),
            .data(200, Data("x".utf8), contentType: "multipart/mixed"),
            .empty(200, fields: field("X-List", ["a,b"])), .empty(200, fields: field("X-Rate", Double.nan)),
        ] as [HTTPResponse])
    func isNotAnswered(_ response: HTTPResponse) async throws {
        let url = try #require(URL(string: "https://api.example.com/values"))
        let answer = await APIRouter.respond(
            to: HTTPRequest(method: .get, url: url), [APIRoute(.get, "/values") { _ in response }])
        #expect(answer.status == 500)
    }

    private static let pipes = FormEncoding(style: .pipeDelimited, explode: false)

    private static func field(_ name: String, _ value: some JSONWritable) -> HTTPFields {
        var fields = HTTPFields()
        fields.set(name, value)
        return fields
    }

    @Test func isNotEncoded() {
        #expect(throws: EncodingError.self) { try JSONEncoder().encode(Numbers(exact: .nan)) }
    }
}
