import KurusRuntime
import KurusServer
import SeededRandom
import Synchronization
import Testing

/// Random values go through a request and a server's call and come back equal, for every style and place.
///
/// Left out is what the styles cannot tell apart by nature (see `ParameterStyle`): separators of `spaceDelimited` and
/// `pipeDelimited` inside elements, brackets in names, commas and spaces at the ends of elements in headers.
@Suite struct RoundTripTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let style: ParameterStyle
        let explode: Bool
        var avoiding = ""

        var testDescription: String { "\(style) \(explode ? "exploded" : "")" }
    }

    private static let rounds = 200

    @Test(arguments: [
        Case(style: .simple, explode: false), Case(style: .simple, explode: true), Case(style: .label, explode: false),
        Case(style: .label, explode: true), Case(style: .matrix, explode: false), Case(style: .matrix, explode: true),
    ])
    func pathVariables(_ style: Case) async throws {
        try await run("path \(style.testDescription)", avoiding: style.avoiding, nonEmpty: true) { request, colors in
            request.path("text", colors.text, style.style, explode: style.explode)
            request.path("list", colors.list, style.style, explode: style.explode)
            request.path("object", colors.object, style.style, explode: style.explode)
        } read: { (call) throws(APIError) in
            Colors(
                text: try call.path("text", String.self, style.style, explode: style.explode),
                list: try call.path("list", [String].self, style.style, explode: style.explode),
                object: try call.path("object", Color.self, style.style, explode: style.explode))
        }
    }

    @Test(
        arguments: [
            Case(style: .form, explode: true), Case(style: .form, explode: false),
            Case(style: .spaceDelimited, explode: true), Case(style: .spaceDelimited, explode: false, avoiding: " "),
            Case(style: .pipeDelimited, explode: true), Case(style: .pipeDelimited, explode: false, avoiding: "|"),
            Case(style: .deepObject, explode: true, avoiding: "[]"),
        ], [false, true])
    func queries(_ style: Case, allowReserved: Bool) async throws {
        try await run("query \(style.testDescription)", avoiding: style.avoiding) { request, colors in
            request.query("text", colors.text, style.style, explode: style.explode, allowReserved: allowReserved)
            request.query(
                "li[]st", colors.list, style.style == .deepObject ? .form : style.style, explode: style.explode,
                allowReserved: allowReserved)
            request.query("object", colors.object, style.style, explode: style.explode, allowReserved: allowReserved)
        } read: { (call) throws(APIError) in
            let listStyle = style.style == .deepObject ? .form : style.style
            return Colors(
                text: try call.require(
                    try call.query("text", String.self, style.style, explode: style.explode), "text"),
                list: try call.query("li[]st", [String].self, listStyle, explode: style.explode) ?? [],
                object: try call.query("object", Color.self, style.style, explode: style.explode) ?? Color())
        }
    }

    @Test(arguments: [true, false])
    func headers(explode: Bool) async throws {
        try await run("header", avoiding: ",= \t\r\n\0\u{7F}") { request, colors in
            request.header("X-Text", colors.text, explode: explode)
            request.header("X-List", colors.list, explode: explode)
            request.header("X-Object", colors.object, explode: explode)
        } read: { (call) throws(APIError) in
            Colors(
                text: try call.require(try call.header("x-text", String.self, explode: explode), "text"),
                list: try call.header("x-list", [String].self, explode: explode) ?? [],
                object: try call.header("x-object", Color.self, explode: explode) ?? Color())
        }
    }

    @Test(arguments: [true, false])
    func cookies(explode: Bool) async throws {
        try await run("cookie", avoiding: "") { request, colors in
            request.cookie("text", colors.text, explode: explode)
            request.cookie("list", colors.list, explode: explode)
            request.cookie("object", colors.object, explode: explode)
        } read: { (call) throws(APIError) in
            Colors(
                text: try call.require(try call.cookie("text", String.self, explode: explode), "text"),
                list: try call.cookie("list", [String].self, explode: explode) ?? [],
                object: try call.cookie("object", Color.self, explode: explode) ?? Color())
        }
    }

    @Test func contentParameters() async throws {
        try await run("content", avoiding: "\u{7F}") { request, colors in
            request.path("text", json: colors.text)
            request.path("list", json: colors.list)
            request.query("text", json: colors.text)
            request.header("X-List", json: colors.list)
            request.cookie("object", json: colors.object)
        } read: { (call) throws(APIError) in
            let text = try call.pathJSON("text", String.self)
            guard try call.queryJSON("text", String.self) == text, try call.pathJSON("list", [String].self).count < 5
            else {
                return Colors()
            }
            return Colors(
                text: text, list: try call.require(try call.headerJSON("X-List", [String].self), "list"),
                object: try call.require(try call.cookieJSON("object", Color.self), "object"))
        }
    }

    @Test(
        arguments: [
            [:], ["list": FormEncoding(explode: false)], ["list": FormEncoding(style: .deepObject)],
            ["object": FormEncoding(explode: false)], ["object": FormEncoding(style: .deepObject)],
            ["object": FormEncoding(contentType: "application/json"), "list": FormEncoding(contentType: "text/json")],
            ["text": FormEncoding(allowReserved: true), "list": FormEncoding(allowReserved: true)],
        ] as [[String: FormEncoding]])
    func forms(encodings: [String: FormEncoding]) async throws {
        try await run("form", avoiding: "") { request, colors in
            request.form(colors, encodings)
        } read: { (call) throws(APIError) in
            try call.require(try call.form(Colors.self, encodings), "form")
        }
    }

    /// Builds a request of random values, lets a server read it, and compares.
    private func run(
        _ name: String, avoiding: String, nonEmpty: Bool = false,
        write: @Sendable (inout APIRequest, Colors) -> Void,
        read: @escaping @Sendable (ServerCall) throws(APIError) -> Colors
    ) async throws {
        let seed = UInt64.random(in: 0 ... .max)
        print("\(name) seed: \(seed)")
        var random = SeededGenerator(seed)
        let path = "/x/{text}/{list}/{object}"
        let received = Mutex<Colors?>(nil)
        let route = APIRoute(.post, path) { (call) throws(APIError) in
            let colors = try read(call)
            received.withLock { $0 = colors }
            return .empty(204)
        }
        let transport = RouterTransport(basePath: "/v1", [route])
        let client = APIClient(server: APIServer("https://api.example.com/v1/"), transport: transport)
        for _ in 0..<Self.rounds {
            let colors = Colors.random(avoiding: avoiding, nonEmpty: nonEmpty, using: &random)
            var request = APIRequest(.post, path, operation: name, effect: .read)
            for variable in ["text", "list", "object"] {
                request.path(variable, "x")
            }
            write(&request, colors)
            received.withLock { $0 = nil }
            try await client.send(request)
            #expect(received.withLock { $0 } == colors, "seed \(seed)")
        }
    }
}

/// A string, an array and an object of random text.
struct Colors: JSONModel {
    var text = ""
    var list: [String] = []
    var object = Color()

    init(text: String = "", list: [String] = [], object: Color = Color()) {
        self.text = text
        self.list = list
        self.object = object
    }

    static func random(avoiding: String, nonEmpty: Bool, using random: inout SeededGenerator) -> Colors {
        let count = Int.random(in: (nonEmpty ? 1 : 0)...4, using: &random)
        let list = (0..<count).map { _ in randomText(avoiding, nonEmpty, using: &random) }
        return Colors(
            text: randomText(avoiding, nonEmpty, using: &random), list: list,
            object: .random(avoiding: avoiding, nonEmpty: nonEmpty, using: &random))
    }

    init(from reader: inout JSONReader) throws(JSONError) {
        while let key = try reader.nextKey() {
            switch key {
            case "text": text = try reader.read()
            case "list": list = try reader.read()
            case "object": object = try reader.read()
            default: try reader.skip()
            }
        }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("text", text)
            writer.member("list", list)
            writer.member("object", object)
        }
    }
}

/// An object with members of several kinds.
struct Color: JSONModel {
    var R: Int?
    var name: String?
    var isDark: Bool?
    var shades: [String]?

    init(R: Int? = nil, name: String? = nil, isDark: Bool? = nil, shades: [String]? = nil) {
        self.R = R
        self.name = name
        self.isDark = isDark
        self.shades = shades
    }

    static func random(avoiding: String, nonEmpty: Bool, using random: inout SeededGenerator) -> Color {
        var color = Color()
        if nonEmpty || Bool.random(using: &random) { color.R = Int.random(in: -300...300, using: &random) }
        if Bool.random(using: &random) { color.name = randomText(avoiding, nonEmpty, using: &random) }
        if Bool.random(using: &random) { color.isDark = Bool.random(using: &random) }
        // The JSON text of an array holds commas and quotes.
        if !avoiding.contains(","), !avoiding.contains("["), Bool.random(using: &random) {
            let count = Int.random(in: 1...3, using: &random)
            color.shades = (0..<count).map { _ in randomText(avoiding, nonEmpty, using: &random) }
        }
        return color
    }

    init(from reader: inout JSONReader) throws(JSONError) {
        while let key = try reader.nextKey() {
            switch key {
            case "R": R = try reader.readIfPresent()
            case "name": name = try reader.readIfPresent()
            case "isDark": isDark = try reader.readIfPresent()
            case "shades": shades = try reader.readIfPresent()
            default: try reader.skip()
            }
        }
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.memberIfPresent("R", R)
            writer.memberIfPresent("name", name)
            writer.memberIfPresent("isDark", isDark)
            writer.memberIfPresent("shades", shades)
        }
    }
}

/// Up to six characters that matter to URLs, forms, headers or JSON.
private func randomText(_ avoiding: String, _ nonEmpty: Bool, using random: inout SeededGenerator) -> String {
    let characters = Array("abR019.,;:=&?/#%+-_~ |[]{}()!$'*@\"\\<>^`éş€😀\t\r\n\0\u{7F}\u{301}").filter {
        !avoiding.contains($0)
    }
    let count = Int.random(in: (nonEmpty ? 1 : 0)...6, using: &random)
    let text = String((0..<count).compactMap { _ in characters.randomElement(using: &random) })
    return nonEmpty && text.allSatisfy { $0 == "." } ? text + "x" : text
}
