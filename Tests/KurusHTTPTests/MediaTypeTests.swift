import KurusHTTP
import Testing

@Suite struct MediaTypeTests {
    @Test(
        arguments: [
            ("application/json", "application/json", [:]),
            (" Application/JSON ; Charset=UTF-8", "application/json", ["charset": "UTF-8"]),
            (
                #"multipart/form-data; boundary="a; b\"c"; x=1"#, "multipart/form-data",
                ["boundary": "a; b\"c", "x": "1"]
            ),
            ("text/plain;", "text/plain", [:]),
            ("text/plain; flag; a=", "text/plain", ["a": ""]),
            ("", "", [:]),
        ] as [(String, String, [String: String])])
    func readsEssenceAndParameters(text: String, essence: String, parameters: [String: String]) {
        let mediaType = MediaType(text)
        #expect(mediaType.essence == essence)
        #expect(mediaType.parameters == parameters)
    }

    @Test(arguments: [
        ("application/json", true), ("text/json", true), ("application/problem+json; a=b", true),
        ("application/jsonp", false), ("text/html", false), ("", false),
    ])
    func knowsJSON(text: String, isJSON: Bool) {
        #expect(MediaType(text).isJSON == isJSON)
    }

    @Test(arguments: [
        (#"form-data; name="a\b""#, #"a\b"#),
        (#"form-data; name="a\"b""#, "a\"b"),
        (#"form-data; name="a\"; filename="x""#, #"a\"#),
        (#"form-data; name="a\""#, #"a\"#),
    ])
    func readsBackslashesAsBrowsersWriteThem(text: String, name: String) {
        #expect(MediaType(text, browserQuoting: true).parameters["name"] == name)
    }
}
