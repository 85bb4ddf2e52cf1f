import Testing

struct VersionTests {
    static let cases = [
        DiagnosticCase(
            "Swagger 2", .document, #"{"swagger": "2.0", "info": {}}"#,
            ""),
        DiagnosticCase(
            "OpenAPI 3.1", .document, #"{"info": 5, "openapi": "3.1.0"}"#,
            ""),
        DiagnosticCase(
            "a version that will come", .document, #"{"openapi": "4"}"#,
            ""),
        DiagnosticCase(
            "a version without patch", .document, #"{"openapi": "3.0", "info": {"title": "T", "version": "1"}, "paths": {}}"#,
            ""),
        DiagnosticCase(
            "a version with a suffix", .document, #"{"openapi": "3.0.0-rc1", "info": {"title": "T", "version": "1"}, "paths": {}}"#,
            ""),
        DiagnosticCase(
            "a version that begins like one that is read", .document, #"{"openapi": "3.00.1"}"#,
            ""),
        DiagnosticCase(
            "a number", .document, #"{"openapi": 3.0}"#,
            ""),
        DiagnosticCase(
            "null", .document, #"{"openapi": null}"#,
            ""),
        DiagnosticCase(
            "no version", .document, #"{"info": {"title": "T", "version": "1"}, "paths": {}}"#,
            ""),
        DiagnosticCase(
            "no object", .document, #"["openapi", "3.0.3"]"#,
            ""),
        DiagnosticCase(
            "swagger without a version", .document, #"{"swagger": {}}"#,
            ""),
    ]

    @Test(arguments: cases)
    func saysWhichVersionsAreRead(example: DiagnosticCase) {
        #expect(example.sample.printed(example.piece) == example.printed)
    }
}
