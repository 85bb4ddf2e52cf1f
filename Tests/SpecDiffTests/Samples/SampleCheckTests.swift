import SourceText
import SpecPipeline
import SpecTestSupport
import Testing
@testable import SpecDiff

@Suite struct SampleCheckTests {
    /// A document with one operation; `more` is added beside its paths.
    private static func document(_ operation: String, _ more: String = "") -> String {
        #"{"openapi":"3.0.3","paths":{"/a":{"post":\#(operation)}}\#(more)}"#
    }

    private static func body(_ schema: String, _ examples: String = "") -> String {
        #"{"requestBody":{"content":{"application/json":{"schema":\#(schema)\#(examples)}}}}"#
    }

    private static let payment =
        #"{"type":"object","required":["id","value"],"properties":{"id":{"type":"string"},"value":{"type":"number"},"note":{"type":"string"}}}"#

    private static func page(_ document: String, _ sample: String) -> SourceFile {
        SourceFile("page.md", "# A\n\n```json\n\(document)\n```\n\n```json\n\(sample)\n```\n")
    }

    struct Place: Sendable, CustomTestStringConvertible {
        let name: String
        let document: String
        let expected: [String]
        var testDescription: String { name }
    }

    static let places: [Place] = [
        Place(
            name: "a body", document: document(body(#"{"type":"string"}"#, #","example":1"#)),
            expected: ["the example is a number, `1`, and should be a string"]),
        Place(
            name: "named examples of a body",
            document: document(
                body(
                    #"{"type":"string"}"#,
                    ##","examples":{"good":{"value":""},"bad":{"value":1},"shared":{"$ref":"#/components/examples/Shared"}}"##
                ), #","components":{"examples":{"Shared":{"value":true}}}"#),
            expected: [
                "the example `bad` is a number, `1`, and should be a string",
                "the example `shared` is a boolean, `true`, and should be a string",
            ]),
        Place(
            name: "JSON as text", document: document(body(#"{"type":"object"}"#, #","example":"{ \"a\": 1 }""#)),
            expected: []),
        Place(
            name: "a body that is no JSON",
            document: document(
                #"{"requestBody":{"content":{"text/csv":{"schema":{"type":"object"},"example":"a,b"}}}}"#),
            expected: []),
        Place(
            name: "a response and its header",
            document: document(
                #"{"responses":{"200":{"headers":{"H":{"schema":{"type":"integer","example":"x"}}},"content":{"a/b+json":{"schema":{"type":"integer","default":"y"}}}}}}"#
            ),
            expected: [
                "the default is a string, `y`, and should be an integer",
                "the example is a string, `x`, and should be an integer",
            ]),
        Place(
            name: "a parameter's text",
            document: document(
                #"{"parameters":[{"name":"p","in":"query","schema":{"type":"integer"},"example":"1"}]}"#),
            expected: []),
        Place(
            name: "a parameter's default",
            document: document(
                #"{"parameters":[{"name":"p","in":"query","schema":{"type":"integer","default":"1"}}]}"#),
            expected: ["the default is a string, `1`, and should be an integer"]),
        Place(
            name: "inside schemas",
            document: document(
                "{}",
                #","components":{"schemas":{"A":{"properties":{"default":{"items":{"type":"integer","default":"1"}}},"additionalProperties":{"anyOf":[{"enum":["x"],"example":"y"}]}}}}"#
            ),
            expected: [
                "the default is a string, `1`, and should be an integer",
                "the example is `y`, which is not one of the values of `enum`",
            ]),
        Place(
            name: "a callback",
            document: document(
                ##"{"callbacks":{"done":{"{$request.body#/url}":{"post":{"requestBody":{"content":{"application/json":{"schema":{"type":"string"},"example":1}}}}}}}}"##
            ), expected: ["the example is a number, `1`, and should be a string"]),
        Place(
            name: "what only goes the other way",
            document: document(
                body(
                    #"{"required":["r","w"],"properties":{"r":{"readOnly":true},"w":{"writeOnly":true}}}"#,
                    #","example":{}"#)), expected: ["the example has no `w`, which its schema requires"]),
    ]

    @Test(arguments: places)
    func findsExamplesWhereTheyStand(_ place: Place) {
        let side = ClientReading(pages: [SourceFile("api.json", place.document)])
        let findings = SampleCheck.findings(base: ClientReading(pages: []), revision: side)
        #expect(findings.map(\.message).sorted() == place.expected.sorted())
    }

    @Test func namesThePlaceInTheSample() {
        let page = Self.page(
            Self.document(Self.body(Self.payment)),
            "{\n  \"id\": 7,\n  \"value\": 1,\n  \"note\": \"\",\n  \"nota\": \"x\"\n}")
        #expect(
            ClientReading(pages: [page]).sampleLines == [
                "9:9 `id` of the sample is a number, `7`, and should be a string",
                "12:3 `nota` of the sample is not a property of its schema",
            ])
    }

    @Test(arguments: [
        #"{"errorCode":"1001","errorMessage":"x","id":"1"}"#, #"{"Authorization":"Basic …"}"#, "[]", "12", "{}",
    ])
    func leavesAloneWhatIsNoSampleOfABody(_ sample: String) {
        let page = Self.page(Self.document(Self.body(Self.payment)), sample)
        #expect(ClientReading(pages: [page]).sampleLines.isEmpty)
    }

    @Test func choosesTheBodyThatFits() {
        let operation = #"""
            {"requestBody":{"content":{"application/json":{"schema":\#(Self.payment)}}},
             "responses":{"200":{"content":{"application/json":{"schema":
             {"required":["id","state"],"properties":{"id":{"type":"string"},"state":{"type":"string"}}}}}}}}
            """#
        let answer = Self.page(Self.document(operation), #"{"id":"1"}"#)
        #expect(
            ClientReading(pages: [answer]).sampleLines == ["10:1 the sample has no `value`, which its schema requires"])
        let fitting = Self.page(Self.document(operation), #"{"id":"1","state":"x"}"#)
        #expect(ClientReading(pages: [fitting]).sampleLines.isEmpty)
    }

    @Test(arguments: [
        ("{\"id\": \"1\", \"value\": 007}", ["8:22 the sample is not JSON: numbers have no leading zeros"]),
        ("{\"id\": \"1\", \"value\": 7,}", ["8:23 the sample is not JSON: JSON has no comma after the last value"]),
        ("{\"id\": \"1\", // id\n\"value\": 7}", ["8:13 the sample is not JSON: JSON has no comments"]),
        (
            "{\"id\": \"1\", /* id */ \"value\": \"7\"}",
            [
                "8:13 the sample is not JSON: JSON has no comments",
                "8:31 `value` of the sample is a string, `7`, and should be a number",
            ]
        ),
        (
            "{\u{A0}\"id\": \"1\", \"value\": 7}",
            ["8:2 the sample is not JSON: JSON does not allow no-break spaces"]
        ),
        ("{\"id\": \"1\", … }", ["8:13 the sample is not JSON: `…` is not allowed here"]),
        ("{\"id\": \"// 01,]\", \"value\": 0.07}", []),
    ])
    func readsLooseJSON(_ sample: String, _ expected: [String]) {
        #expect(
            ClientReading(pages: [Self.page(Self.document(Self.body(Self.payment)), sample)]).sampleLines == expected)
    }

    @Test func tellsOldMistakesFromNewOnes() {
        let sample = #"{"id":"1","value":"7"}"#
        let strict = Self.page(Self.document(Self.body(Self.payment)), sample)
        let loose = Self.page(
            Self.document(Self.body(Self.payment.replacing("\"number\"", with: "\"string\""))), sample)
        let since = { (base: SourceFile, revision: SourceFile) in
            SampleCheck.findings(base: ClientReading(pages: [base]), revision: ClientReading(pages: [revision])).map(
                \.since)
        }
        #expect(since(strict, strict) == [.always])
        #expect(since(loose, strict) == [.revision])
        #expect(since(strict, loose) == [])
    }

    @Test func tellsOldMistakesOfDocumentsFromNewOnes() {
        let document = { (type: String) in
            SourceFile("api.json", Self.document(Self.body(#"{"type":"\#(type)"}"#, #","example":1"#)))
        }
        let since = { (base: String, revision: String) in
            SampleCheck.findings(
                base: ClientReading(pages: [document(base)]), revision: ClientReading(pages: [document(revision)])
            ).map(\.since)
        }
        #expect(since("string", "string") == [.always])
        #expect(since("integer", "string") == [.revision])
    }

    @Test func checksTheGuideOfThePayouts() throws {
        let names = [
            "mass-payout-integration", "mass-payout-initalize", "mass-payout-auth", "mass-payout-cancel",
            "mass-payout-reporting", "retrieve-mass-payout", "retrieve-mass-payout-balance",
        ]
        let side = ClientReading(pages: try names.map { try SpecPage.named("en/\($0).md") })
        #expect(
            side.sampleLines == [
                "46:9 `items[1]` of the sample has no `description`, which `MassPayoutItem` requires",
                "55:9 `items[2]` of the sample has no `description`, which `MassPayoutItem` requires",
                "64:10 `items[3]` of the sample has no `description`, which `MassPayoutItem` requires",
                "114:1 the sample is not JSON: JSON does not allow no-break spaces",
                "125:1 the sample is not JSON: JSON does not allow no-break spaces",
                "129:23 the sample is not JSON: numbers have no leading zeros",
                "165:9 `massPayoutItems` of the sample has `page`, `size`, `total`, which are not properties of"
                    + " `MassPayoutItemsPage`",
            ])
    }
}
