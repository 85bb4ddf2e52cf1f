import EveryBodyAPI
import Foundation
import KurusRuntime
import Testing

typealias BodyCase = RequestCase<EveryBodyClient>

extension RequestCase where Client == EveryBodyClient {
    /// Makes a POST, or another method, with an empty response.
    init(
        _ path: String, method: String = "POST", type: String?, content: String? = nil,
        call: @escaping @Sendable (EveryBodyClient) async throws -> Void
    ) {
        let head =
            ["\(method) https://api.example.com/v1\(path)", "Accept: application/json"]
            + (type.map { ["Content-Type: \($0)"] } ?? []) + (content.map { ["", $0] } ?? [])
        self.init(
            "\(path) \(content ?? "")", head.joined(separator: "\n"), answer: HTTPResponse(status: 204), call: call)
    }
}

enum BodyCases {
    private static let thing = Thing(id: "t", amount: 1.25, tags: ["a"])
    private static let text = #"{"id":"t","amount":1.25,"tags":["a"]}"#
    private static let form = "application/x-www-form-urlencoded"

    static let json = [
        BodyCase("/json/required", type: "application/json", content: text) { try await $0.jsonRequired(body: thing) },
        BodyCase("/json/optional", type: "application/json", content: text) { try await $0.jsonOptional(body: thing) },
        BodyCase("/json/optional", type: nil) { try await $0.jsonOptional() },
        BodyCase("/json/inline", type: "application/json", content: #"{"name":"n","kind":"c"}"#) {
            try await $0.jsonInline(body: .init(name: "n", kind: .unrecognized("c")))
        },
        BodyCase("/json/array", type: "application/json", content: "[\(text),{\"id\":\"\"}]") {
            try await $0.jsonArray(body: [thing, Thing(id: "")])
        },
        BodyCase("/json/map", type: "application/json", content: #"{"a":1,"b":2}"#) {
            try await $0.jsonMap(body: ["b": 2, "a": 1])
        },
        BodyCase("/json/text", type: "application/json", content: #""q\"\\\n\u0000ü""#) {
            try await $0.jsonText(body: "q\"\\\n\0ü")
        },
        BodyCase("/json/free", type: "application/json", content: "[null,1.50]") {
            try await $0.jsonFree(body: try read(JSONValue.self, "[null,1.50]"))
        },
        BodyCase("/json/nullable", type: "application/json", content: "null") { try await $0.jsonNullable(body: nil) },
        BodyCase("/json/nullable", type: "application/json", content: text) {
            try await $0.jsonNullable(body: thing)
        },
        BodyCase("/json/union", type: "application/json", content: "[\(text)]") {
            try await $0.jsonUnion(body: .array([thing]))
        },
        BodyCase("/json/charset", type: "application/json; charset=utf-8", content: text) {
            try await $0.jsonCharset(body: thing)
        },
        BodyCase("/json/vendor", type: "application/vnd.kurus.v2+json", content: text) {
            try await $0.jsonVendor(body: thing)
        },
        BodyCase("/json/merge-patch", method: "PATCH", type: "application/merge-patch+json", content: text) {
            try await $0.jsonMergePatch(body: thing)
        },
        BodyCase("/json/in-delete", method: "DELETE", type: "application/json", content: #"["a"]"#) {
            try await $0.jsonInDelete(body: ["a"])
        },
        BodyCase("/json/without-schema", type: "application/json", content: "true") {
            try await $0.jsonWithoutSchema(body: true)
        },
        BodyCase("/several/optional", type: nil) { try await $0.severalOptional() },
    ]

    static let textAndOctets = [
        BodyCase("/text/plain", type: "text/plain", content: "a\nü") { try await $0.textPlain(body: "a\nü") },
        BodyCase("/text/csv", type: "text/csv", content: "a;b") { try await $0.textCSV(body: "a;b") },
        BodyCase("/text/html", type: "text/html; charset=utf-8", content: "<p>") {
            try await $0.textHTML(body: "<p>")
        },
        BodyCase("/text/optional", type: nil) { try await $0.textOptional() },
        BodyCase("/binary/octets", type: "application/octet-stream", content: "\0\r\nx") {
            try await $0.binaryOctets(body: Data("\0\r\nx".utf8))
        },
        BodyCase("/binary/png", method: "PUT", type: "image/png", content: "png") {
            try await $0.binaryPNG(body: Data("png".utf8))
        },
        BodyCase("/binary/optional", type: nil) { try await $0.binaryOptional() },
        BodyCase("/binary/pdf-without-schema", type: "application/pdf", content: "pdf") {
            try await $0.binaryWithoutSchema(body: Data("pdf".utf8))
        },
        // A range is not a media type of content: octets are sent as octets.
        BodyCase("/binary/any", type: "application/octet-stream", content: "\"x\"") {
            try await $0.binaryAny(body: Data("\"x\"".utf8))
        },
        BodyCase("/binary/images", type: "application/octet-stream", content: "gif") {
            try await $0.binaryImages(body: Data("gif".utf8))
        },
    ]

    static let forms = [
        BodyCase(
            "/form/simple", type: form,
            content: "name=a+b%26c%3D%C3%BC&count=5&amount=12.5&flag=true&day=2024-02-29&kind=a"
        ) {
            try await $0.formSimple(
                body: .init(
                    name: "a b&c=ü", count: 5, amount: 12.5, flag: true, day: try Values.day(), kind: .a))
        },
        BodyCase("/form/reference", type: form, content: "user=u&password=p&scopes=a&scopes=b+c") {
            try await $0.formReference(body: Login(user: "u", password: "p", scopes: ["a", "b c"]))
        },
        BodyCase("/form/optional", type: nil) { try await $0.formOptional() },
        BodyCase("/form/map", type: form, content: "a=1&b=") { try await $0.formMap(body: ["b": "", "a": "1"]) },
        BodyCase("/form/all-of", type: form, content: "user=u&password=&remember=false") {
            try await $0.formAllOf(body: .init(user: "u", password: "", remember: false))
        },
        BodyCase(
            "/form/encodings", type: form,
            content:
                "list=a&list=b&commas=a,b&pipes=1%7C2&spaces=a%20b&deep%5Bx%5D=1&deep%5By%5D=2&flat=x,3,y,4&asJSON=%7B%22x%22%3A7%7D"
                + "&reserved=a/b?c&plain=a%2Fb%3Fc"
        ) {
            try await $0.formEncodings(
                body: .init(
                    list: ["a", "b"], commas: ["a", "b"], pipes: [1, 2], spaces: ["a", "b"], deep: Point(x: 1, y: 2),
                    flat: Point(x: 3, y: 4), asJSON: Point(x: 7), reserved: "a/b?c", plain: "a/b?c"))
        },
    ]

    /// The members of an exploded object are the form's own: their origin is lost on arrival, and null is not sent.
    static let oneWay = [
        BodyCase("/form/encodings", type: form, content: "list=a&x=5&y=6") {
            try await $0.formEncodings(body: .init(list: ["a"], exploded: Point(x: 5, y: 6)))
        },
        BodyCase("/form/simple", type: form, content: "name=&count=0") {
            try await $0.formSimple(body: .init(name: "", count: 0, nullable: .null))
        },
    ]
}
