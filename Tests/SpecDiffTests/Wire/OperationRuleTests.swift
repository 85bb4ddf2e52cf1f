import SpecDiff
import SpecPipeline
import Testing

/// Operations, parameters, bodies, responses, security and servers: a pair of documents, and the rules that judge it in
/// both directions.
@Suite struct OperationRuleTests {
    struct Case: CustomTestStringConvertible, Sendable {
        let name: String
        let base: String
        let revision: String
        /// `rule level`, sorted.
        let forwards: [String]
        let backwards: [String]
        var baseRoot = ""
        var revisionRoot = ""

        var testDescription: String { name }
    }

    private static let id = #"{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}"#
    private static let answer = #""responses": {"200": {"description": "Done"}}"#

    private static func parameters(_ parameters: String...) -> String {
        "\"parameters\": [\(([id] + parameters).joined(separator: ", "))], \(answer)"
    }

    private static func query(_ members: String) -> String {
        #"{"name": "page", "in": "query", "schema": {"type": "string"}\#(members)}"#
    }

    private static func responses(_ responses: String) -> String {
        "\"parameters\": [\(id)], \"responses\": {\(responses)}"
    }

    private static func body(_ members: String) -> String {
        #""requestBody": {"content": {"application/json": {"schema": {"type": "string"}}}\#(members)}, "#
            + parameters()
    }

    static let parameterCases: [Case] = [
        Case(
            name: "an optional parameter", base: parameters(), revision: parameters(query("")),
            forwards: ["new-optional-request-parameter info"], backwards: ["request-parameter-removed warning"]),
        Case(
            name: "a required parameter", base: parameters(), revision: parameters(query(#", "required": true"#)),
            forwards: ["new-required-request-parameter breaking"], backwards: ["request-parameter-removed warning"]),
        Case(
            name: "a deprecated parameter goes", base: parameters(query(#", "deprecated": true"#)),
            revision: parameters(), forwards: ["request-parameter-removed-with-deprecation info"],
            backwards: ["new-optional-request-parameter info"]),
        Case(
            name: "a deprecated parameter goes before its sunset",
            base: parameters(query(#", "deprecated": true, "x-sunset": "2027-01-01""#)), revision: parameters(),
            forwards: ["request-parameter-removed-before-sunset breaking"],
            backwards: ["new-optional-request-parameter info"]),
        Case(
            name: "required", base: parameters(query("")), revision: parameters(query(#", "required": true"#)),
            forwards: ["request-parameter-became-required breaking"],
            backwards: ["request-parameter-became-optional info"]),
        Case(
            name: "required: false says nothing", base: parameters(query("")),
            revision: parameters(query(#", "required": false"#)), forwards: [], backwards: []),
        Case(
            name: "deprecated", base: parameters(query("")), revision: parameters(query(#", "deprecated": true"#)),
            forwards: ["request-parameter-deprecated info"], backwards: ["request-parameter-reactivated info"]),
        Case(
            name: "another style", base: parameters(query("")),
            revision: parameters(query(#", "style": "pipeDelimited""#)),
            forwards: ["request-parameter-style-changed breaking"],
            backwards: ["request-parameter-style-changed breaking"]),
        Case(
            name: "the default style, spelled out", base: parameters(query("")),
            revision: parameters(query(#", "style": "form", "explode": true"#)), forwards: [], backwards: []),
        Case(
            name: "a header that the transport sets", base: parameters(),
            revision: parameters(
                #"{"name": "Authorization", "in": "header", "required": true, "schema": {"type": "string"}}"#),
            forwards: ["ignored-header-parameter-changed info"], backwards: ["ignored-header-parameter-changed info"]),
        Case(
            name: "an unknown field", base: parameters(query("")), revision: parameters(query(#", "x-order": 1"#)),
            forwards: ["document-field-added info"], backwards: ["document-field-removed info"]),
    ]

    static let bodyCases: [Case] = [
        Case(
            name: "an optional body", base: parameters(), revision: body(""),
            forwards: ["request-body-added-optional info"], backwards: ["request-body-removed warning"]),
        Case(
            name: "a required body", base: parameters(), revision: body(#", "required": true"#),
            forwards: ["request-body-added-required breaking"], backwards: ["request-body-removed warning"]),
        Case(
            name: "the body is required", base: body(""), revision: body(#", "required": true"#),
            forwards: ["request-body-became-required breaking"], backwards: ["request-body-became-optional info"]),
        Case(
            name: "another media type",
            base: #""requestBody": {"content": {"text/plain": {}}}, "# + parameters(),
            revision: #""requestBody": {"content": {"text/plain": {}, "text/csv": {}}}, "# + parameters(),
            forwards: ["request-body-media-type-added info"], backwards: ["request-body-media-type-removed breaking"]),
        Case(
            name: "parameters of a media type",
            base: #""requestBody": {"content": {"text/plain": {}}}, "# + parameters(),
            revision: #""requestBody": {"content": {"text/plain; charset=utf-8": {}}}, "# + parameters(),
            forwards: ["media-type-parameters-changed info"], backwards: ["media-type-parameters-changed info"]),
    ]

    static let responseCases: [Case] = [
        Case(
            name: "success", base: responses(#""200": {"description": ""}"#),
            revision: responses(#""200": {"description": ""}, "201": {"description": ""}"#),
            forwards: ["response-success-status-added info"], backwards: ["response-success-status-removed breaking"]),
        Case(
            name: "failure", base: responses(#""200": {"description": ""}"#),
            revision: responses(#""200": {"description": ""}, "default": {"description": ""}"#),
            forwards: ["response-non-success-status-added info"],
            backwards: ["response-non-success-status-removed info"]),
        Case(
            name: "a media type", base: responses(#""200": {"description": "", "content": {"text/plain": {}}}"#),
            revision: responses(#""200": {"description": "", "content": {"text/plain": {}, "text/csv": {}}}"#),
            forwards: ["response-media-type-added info"], backwards: ["response-media-type-removed breaking"]),
        Case(
            name: "an optional header", base: responses(#""200": {"description": ""}"#),
            revision: responses(
                #""200": {"description": "", "headers": {"Age": {"schema": {"type": "string"}}}}"#),
            forwards: ["response-header-added info"], backwards: ["optional-response-header-removed warning"]),
        Case(
            name: "a required header", base: responses(#""200": {"description": ""}"#),
            revision: responses(
                #""200": {"description": "", "headers": {"Age": {"required": true, "schema": {"type": "string"}}}}"#),
            forwards: ["response-header-added info"], backwards: ["required-response-header-removed breaking"]),
        Case(
            name: "a header is required",
            base: responses(#""200": {"description": "", "headers": {"Age": {"schema": {"type": "string"}}}}"#),
            revision: responses(
                #""200": {"description": "", "headers": {"age": {"required": true, "schema": {"type": "string"}}}}"#),
            forwards: ["response-header-became-required info"],
            backwards: ["response-header-became-optional breaking"]),
    ]

    static let operationCases: [Case] = [
        Case(
            name: "deprecated", base: parameters(), revision: #""deprecated": true, "# + parameters(),
            forwards: ["endpoint-deprecated info"], backwards: ["endpoint-reactivated info"]),
        Case(
            name: "a tag", base: parameters(), revision: #""tags": ["new"], "# + parameters(),
            forwards: ["api-tag-added info"], backwards: ["api-tag-removed info"]),
        Case(
            name: "an operationId", base: parameters(), revision: #""operationId": "makeThing", "# + parameters(),
            forwards: ["api-operation-id-added info"], backwards: ["api-operation-id-removed info"]),
        Case(
            name: "another operationId", base: #""operationId": "make", "# + parameters(),
            revision: #""operationId": "create", "# + parameters(),
            forwards: ["api-operation-id-changed info"], backwards: ["api-operation-id-changed info"]),
        Case(
            name: "an effect", base: parameters(), revision: #""x-kurus-effect": "read", "# + parameters(),
            forwards: ["api-effect-changed none"], backwards: ["api-effect-changed none"]),
        Case(
            name: "a callback", base: parameters(), revision: #""callbacks": {"done": {}}, "# + parameters(),
            forwards: ["document-field-added info"], backwards: ["document-field-removed info"]),
        Case(
            name: "security of its own", base: parameters(), revision: #""security": [{"key": []}], "# + parameters(),
            forwards: ["api-security-added breaking"], backwards: ["api-security-removed info"]),
        Case(
            name: "a scope", base: #""security": [{"key": []}], "# + parameters(),
            revision: #""security": [{"key": ["write"]}], "# + parameters(),
            forwards: ["api-security-scope-added info"], backwards: ["api-security-scope-removed info"]),
        Case(
            name: "what the document says, said again", base: parameters(),
            revision: #""security": [{"key": []}], "# + parameters(), forwards: [], backwards: [],
            baseRoot: #""security": [{"key": []}]"#, revisionRoot: #""security": [{"key": []}]"#),
        Case(
            name: "security of the document", base: parameters(), revision: parameters(),
            forwards: ["api-global-security-added breaking"], backwards: ["api-global-security-removed info"],
            revisionRoot: #""security": [{"key": []}]"#),
    ]

    static let documentCases: [Case] = [
        Case(
            name: "a server", base: parameters(), revision: parameters(), forwards: ["api-server-added info"],
            backwards: ["api-server-removed warning"], revisionRoot: #""servers": [{"url": "https://a.example"}]"#),
        Case(
            name: "another spelling of a server", base: parameters(), revision: parameters(), forwards: [],
            backwards: [],
            baseRoot: #""servers": [{"url": "https://a.example"}]"#,
            revisionRoot: #""servers": [{"url": "HTTPS://A.example:443/"}]"#),
        Case(
            name: "the order of servers", base: parameters(), revision: parameters(),
            forwards: ["api-server-order-changed info"], backwards: ["api-server-order-changed info"],
            baseRoot: #""servers": [{"url": "https://a.example"}, {"url": "https://b.example"}]"#,
            revisionRoot: #""servers": [{"url": "https://b.example"}, {"url": "https://a.example"}]"#),
        Case(
            name: "a second server of one address", base: parameters(), revision: parameters(),
            forwards: ["api-server-added info"], backwards: ["api-server-removed warning"],
            baseRoot: #""servers": [{"url": "https://a.example"}]"#,
            revisionRoot: #""servers": [{"url": "https://a.example"}, {"url": "https://a.example"}]"#),
        Case(
            name: "the order of a variable's values", base: parameters(), revision: parameters(), forwards: [],
            backwards: [],
            baseRoot:
                #""servers": [{"url": "https://{a}", "variables": {"a": {"default": "x", "enum": ["x", "y"]}}}]"#,
            revisionRoot:
                #""servers": [{"url": "https://{a}", "variables": {"a": {"enum": ["y", "x"], "default": "x"}}}]"#),
        Case(
            name: "a security scheme", base: parameters(), revision: parameters(),
            forwards: ["api-security-component-added info"], backwards: ["api-security-component-removed info"],
            baseRoot: #""components": {}"#,
            revisionRoot: #""components": {"securitySchemes": {"key": {"type": "http", "scheme": "basic"}}}"#),
        Case(
            name: "another scheme", base: parameters(), revision: parameters(),
            forwards: ["api-security-component-changed warning"],
            backwards: ["api-security-component-changed warning"],
            baseRoot: #""components": {"securitySchemes": {"key": {"type": "http", "scheme": "basic"}}}"#,
            revisionRoot: #""components": {"securitySchemes": {"key": {"type": "http", "scheme": "bearer"}}}"#),
        Case(
            name: "a schema that nothing uses", base: parameters(), revision: parameters(),
            forwards: ["api-schema-added info"], backwards: ["api-schema-removed info"],
            baseRoot: #""components": {"schemas": {}}"#,
            revisionRoot: #""components": {"schemas": {"Thing": {"type": "string"}}}"#),
        Case(
            name: "a component that nothing uses", base: parameters(), revision: parameters(),
            forwards: ["api-component-added info"], backwards: ["api-component-removed info"],
            baseRoot: #""components": {"responses": {}}"#,
            revisionRoot: #""components": {"responses": {"Gone": {"description": "Gone"}}}"#),
        Case(
            name: "an extension", base: parameters(), revision: parameters(),
            forwards: ["document-field-changed info"], backwards: ["document-field-changed info"],
            baseRoot: #""x-owner": {"team": "a"}"#, revisionRoot: #""x-owner": {"team": "b"}"#),
    ]

    @Test(arguments: parameterCases + bodyCases + responseCases + operationCases + documentCases)
    func judgesInBothDirections(_ test: Case) {
        let base = ClientReading.operation(test.base, root: test.baseRoot)
        let revision = ClientReading.operation(test.revision, root: test.revisionRoot)
        #expect(APIComparison.of(base, revision).wireRules == test.forwards)
        #expect(APIComparison.of(revision, base).wireRules == test.backwards)
        #expect(APIComparison.of(base, base).changes.isEmpty)
    }

    @Test(arguments: parameterCases + bodyCases + responseCases + operationCases)
    func namesTheOperationAndBothPlaces(_ test: Case) {
        let base = ClientReading.operation(test.base, root: test.baseRoot)
        let revision = ClientReading.operation(test.revision, root: test.revisionRoot)
        for change in APIComparison.of(base, revision).changes {
            #expect(change.operations == ["POST /things/{id}"], "\(change.rule)")
            #expect(change.revision != nil, "\(change.rule)")
            #expect(change.base != nil || change.rule == "swift-declaration-changed", "\(change.rule)")
        }
    }

    @Test func callsHeadersAsTheirDocumentDoes() {
        func side(_ headers: String) -> ClientReading {
            .operation(Self.responses(#""200": {"description": "Done", "headers": {\#(headers)}}"#))
        }
        let report = APIComparison.of(side(#""X-Rate": {"schema": {"type": "integer"}}"#), side(""))
        #expect(report.changes.map(\.subject) == ["header `X-Rate` of the response `200`"])
        #expect(report.changes.map(\.was) == ["X-Rate"])
    }
}
