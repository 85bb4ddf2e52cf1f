import KurusRuntime
import Testing

/// The table of OpenAPI 3.0.3, Parameter Object, "Style Examples", with `color` in front where the table leaves it out,
/// and brackets, spaces and pipes percent-encoded.
@Suite struct ParameterStyleTests {
    static let list: JSONValue = ["blue", "black", "brown"]
    static let object: JSONValue = ["R": 100, "G": 200, "B": 150]

    @Test(
        arguments: [
            (.matrix, false, "", ";color"), (.matrix, false, "blue", ";color=blue"),
            (.matrix, false, list, ";color=blue,black,brown"), (.matrix, false, object, ";color=R,100,G,200,B,150"),
            (.matrix, true, "", ";color"), (.matrix, true, "blue", ";color=blue"),
            (.matrix, true, list, ";color=blue;color=black;color=brown"), (.matrix, true, object, ";R=100;G=200;B=150"),
            (.label, false, "blue", ".blue"), (.label, false, list, ".blue.black.brown"),
            (.label, false, object, ".R.100.G.200.B.150"), (.label, true, "blue", ".blue"),
            (.label, true, list, ".blue.black.brown"), (.label, true, object, ".R=100.G=200.B=150"),
            (.simple, false, "blue", "blue"), (.simple, false, list, "blue,black,brown"),
            (.simple, false, object, "R,100,G,200,B,150"), (.simple, true, "blue", "blue"),
            (.simple, true, list, "blue,black,brown"), (.simple, true, object, "R=100,G=200,B=150"),
        ] as [(ParameterStyle, Bool, JSONValue, String)])
    func writesPathVariables(style: ParameterStyle, explode: Bool, value: JSONValue, text: String) async throws {
        let request = try await captured(.get, "/x/{color}/y") { $0.path("color", value, style, explode: explode) }
        #expect(request?.target == "/x/\(text)/y")
    }

    @Test(
        arguments: [
            (.form, false, "", "color="), (.form, false, "blue", "color=blue"),
            (.form, false, list, "color=blue,black,brown"), (.form, false, object, "color=R,100,G,200,B,150"),
            (.form, true, "", "color="), (.form, true, "blue", "color=blue"),
            (.form, true, list, "color=blue&color=black&color=brown"), (.form, true, object, "R=100&G=200&B=150"),
            (.spaceDelimited, false, list, "color=blue%20black%20brown"),
            (.spaceDelimited, false, object, "color=R%20100%20G%20200%20B%20150"),
            (.spaceDelimited, true, list, "color=blue&color=black&color=brown"),
            (.pipeDelimited, false, list, "color=blue%7Cblack%7Cbrown"),
            (.pipeDelimited, false, object, "color=R%7C100%7CG%7C200%7CB%7C150"),
            (.deepObject, true, object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
        ] as [(ParameterStyle, Bool, JSONValue, String)])
    func writesQueries(style: ParameterStyle, explode: Bool, value: JSONValue, text: String) async throws {
        let request = try await captured { $0.query("color", value, style, explode: explode) }
        #expect(request?.target == "/x?\(text)")
    }

    @Test(
        arguments: [
            (false, "", ""), (false, "blue", "blue"), (false, list, "blue,black,brown"),
            (false, object, "R,100,G,200,B,150"), (true, object, "R=100,G=200,B=150"),
        ] as [(Bool, JSONValue, String)])
    func writesHeaders(explode: Bool, value: JSONValue, text: String) async throws {
        let request = try await captured { $0.header("Color", value, explode: explode) }
        #expect(request?.fields["Color"] == text)
    }

    @Test(
        arguments: [
            (false, "blue", "color=blue"), (false, list, "color=blue,black,brown"),
            (true, list, "color=blue; color=black; color=brown"),
            (true, object, "R=100; G=200; B=150"), (true, "a;b, c", "color=a%3Bb%2C%20c"),
        ] as [(Bool, JSONValue, String)])
    func writesCookies(explode: Bool, value: JSONValue, text: String) async throws {
        let request = try await captured { $0.cookie("color", value, explode: explode) }
        #expect(request?.fields["Cookie"] == text)
    }

    @Test(
        arguments: [
            (["a": ["b": "c d"]], "x%5Ba%5D%5Bb%5D=c%20d"),
            (["a": ["b", "c"]], "x%5Ba%5D%5B0%5D=b&x%5Ba%5D%5B1%5D=c"),
            (["a": [["b": 1], ["b": 2]]], "x%5Ba%5D%5B0%5D%5Bb%5D=1&x%5Ba%5D%5B1%5D%5Bb%5D=2"),
            (["a": nil, "b": [nil, "c"]], "x%5Bb%5D%5B0%5D=c"),
            (["b", "c"], "x%5B0%5D=b&x%5B1%5D=c"), ("blue", "x=blue"),
        ] as [(JSONValue, String)])
    func deepObjectsNestInBrackets(value: JSONValue, text: String) async throws {
        let request = try await captured { $0.query("x", value, .deepObject) }
        #expect(request?.target == "/x?\(text)")
    }

    @Test(
        arguments: [
            JSONValue.null, [], [:], [nil], ["a": nil],
        ], [(ParameterStyle.form, true), (.form, false), (.spaceDelimited, false), (.deepObject, true)])
    func undefinedValuesAreLeftOut(value: JSONValue, style: (ParameterStyle, Bool)) async throws {
        let request = try await captured { $0.query("color", value, style.0, explode: style.1) }
        #expect(request?.target == "/x")
    }

    @Test func absentValuesAreLeftOut() async throws {
        let request = try await captured {
            $0.query("a", nil as String?)
            $0.query("b", json: nil as String?)
            $0.header("C", nil as Int?)
            $0.cookie("d", nil as Bool?)
        }
        #expect(request?.target == "/x")
        #expect(request?.fields.map(\.name) == ["Accept"])
    }

    @Test(arguments: [
        (true, "a:/?@!$'()*,;=b", "q=a:/?@!$'()*,;=b"), (true, "#[]&+% é", "q=%23%5B%5D%26%2B%25%20%C3%A9"),
        (false, ":/?#[]@!$&'()*+,;=%", "q=%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25"),
        (false, "a-b.c_d~e", "q=a-b.c_d~e"),
    ])
    func allowReservedKeepsReservedCharacters(allowReserved: Bool, value: String, text: String) async throws {
        let request = try await captured { $0.query("q", value, allowReserved: allowReserved) }
        #expect(request?.target == "/x?\(text)")
    }

    @Test func lexemesAreWrittenAsTheyAre() async throws {
        let value = try JSONReader.read(JSONValue.self, from: Array(#"[1.50, 1e3, true, "01"]"#.utf8))
        let request = try await captured { $0.query("q", value, explode: false) }
        #expect(request?.target == "/x?q=1.50,1e3,true,01")
    }

    @Test func contentParametersAreJSONText() async throws {
        let request = try await captured(.get, "/x/{p}") {
            $0.path("p", json: ["a": 1] as JSONValue)
            $0.query("q", json: ["a"] as JSONValue)
            $0.header("H", json: ["é": nil] as JSONValue)
            $0.cookie("c", json: "s" as JSONValue)
        }
        #expect(request?.target == "/x/%7B%22a%22%3A1%7D?q=%5B%22a%22%5D")
        #expect(request?.fields["H"] == #"{"é":null}"#)
        #expect(request?.fields["Cookie"] == "c=%22s%22")
    }
}
