import SpecDiagnostics
import SpecDocument
import SpecTree
import Testing

/// The complete document in the model: paths, operations and their parts.
struct OperationModelTests {
    let document: OpenAPIDocument
    let item: PathItem

    init() throws {
        document = try CompleteDocument.decoded()
        item = try #require(document.paths["/payouts/{id}"])
    }

    private func operation(_ method: String) throws -> SpecDocument.Operation {
        try #require(item.operations.first { $0.method == method })
    }

    @Test func readsPathItem() throws {
        #expect(item.reference == nil)
        #expect(item.summary == "A payout")
        #expect(item.description == "One payout.")
        #expect(
            item.operations.map(\.method) == ["get", "put", "post", "delete", "options", "head", "patch", "trace"])
        #expect(item.servers.map(\.url.value) == ["https://paths.example.com"])
        let id: Parameter = try Sample.object(item.parameters.first)
        #expect(id.name.value == "id")
        #expect(id.place == .path)
        #expect(document.paths["/elsewhere"]?.reference?.value == "other.json#/paths/~1elsewhere")
    }

    @Test func operationsStandInTheDocumentsOrder() throws {
        let document = try Sample.document(
            .pathItem,
            #"{"put": {"responses": {"200": {"description": ""}}}, "get": {"responses": {"200": {"description": ""}}}}"#
        )
        #expect(document.paths["/p"]?.operations.map(\.method) == ["put", "get"])
    }

    @Test func readsOperation() throws {
        let get = try operation("get")
        #expect(get.tags == ["payouts"])
        #expect(get.summary == "Get it")
        #expect(get.description == "Gets a payout.")
        #expect(get.externalDocs?.description == "More")
        #expect(get.operationId?.value == "getPayout")
        #expect(get.parameters.count == 4)
        #expect(get.responses.entries.map(\.name) == ["200", "4XX", "default"])
        #expect(get.deprecated)
        #expect(get.security?.map { $0.schemes.entries.map(\.name) } == [["key"], ["oauth"], []])
        #expect(get.security?[1].schemes["oauth"] == ["read"])
        #expect(get.servers?.map(\.url.value) == ["/v2"])
        #expect(get.effect == .read)
    }

    @Test func operationInheritsByDefault() throws {
        let trace = try operation("trace")
        #expect(!trace.deprecated)
        #expect(trace.security == nil)
        #expect(trace.servers == nil)
        #expect(trace.effect == nil)
        #expect(trace.operationId == nil)
        #expect(trace.requestBody == nil)
    }

    @Test func readsParameterWithSchema() throws {
        let fields: Parameter = try Sample.object(operation("get").parameters[0])
        #expect(fields.name.value == "fields")
        #expect(fields.place == .query)
        #expect(fields.description == "Which fields.")
        #expect(fields.required && fields.deprecated && fields.allowEmptyValue && fields.allowReserved)
        #expect(fields.style == .form)
        #expect(fields.explode == false)
        #expect(!fields.effectiveExplode)
        let schema: Schema = try Sample.object(fields.schema)
        #expect(schema.types.map(\.value) == ["array"])
        #expect(fields.example?.elements?.count == 1)
        #expect(fields.content.entries.isEmpty)
    }

    @Test func readsParameterWithContent() throws {
        let filter: Parameter = try Sample.object(operation("get").parameters[1])
        #expect(!filter.required && !filter.deprecated && !filter.allowEmptyValue && !filter.allowReserved)
        #expect(filter.style == nil)
        #expect(filter.effectiveStyle == .form)
        #expect(filter.effectiveExplode)
        #expect(filter.schema == nil)
        let json = try #require(filter.content["application/json"])
        #expect(json.schema != nil)
        #expect(json.examples.entries.map(\.name) == ["none"])
    }

    @Test func readsOtherParameters() throws {
        let trace: Parameter = try Sample.object(operation("get").parameters[2])
        #expect(trace.place == .header)
        #expect(trace.effectiveStyle == .simple)
        #expect(!trace.effectiveExplode)
        #expect(try Sample.reference(trace.examples["short"]).target == "#/components/examples/Short")
        #expect(try Sample.reference(operation("get").parameters[3]).target == "#/components/parameters/Page")
        let page: Parameter = try Sample.object(document.components.parameters["Page"])
        #expect(page.place == .cookie)
    }

    @Test func readsRequestBody() throws {
        let body: RequestBody = try Sample.object(operation("put").requestBody)
        #expect(body.description == "The new payout.")
        #expect(body.required)
        let encoding = try #require(body.content["multipart/form-data"]?.encoding["file"])
        #expect(encoding.contentType == "image/png")
        #expect(encoding.style == .spaceDelimited)
        #expect(encoding.style == .spaceDelimited)
        #expect(encoding.explode == true)
        #expect(encoding.allowReserved)
        let header: Header = try Sample.object(encoding.headers["X-Part"])
        #expect(header.content["text/plain"]?.schema != nil)
        #expect(try Sample.reference(operation("post").requestBody).target == "#/components/requestBodies/Body")
    }

    @Test func readsResponse() throws {
        let response: Response = try Sample.object(operation("get").responses["200"])
        #expect(response.description == "The payout.")
        #expect(response.headers.entries.map(\.name) == ["X-Rate", "X-Other"])
        #expect(response.content["application/json"]?.example?.members?.count == 1)
        #expect(response.links.entries.map(\.name) == ["self", "other", "third"])
    }

    @Test func readsHeader() throws {
        let response: Response = try Sample.object(operation("get").responses["200"])
        let rate: Header = try Sample.object(response.headers["X-Rate"])
        #expect(rate.description == "Calls left.")
        #expect(rate.required && rate.deprecated && !rate.allowEmptyValue && !rate.allowReserved)
        #expect(rate.style == .simple)
        #expect(rate.explode == true)
        #expect(rate.effectiveExplode)
        #expect(rate.schema != nil)
        guard case .number("3") = rate.example?.content else { throw Sample.Mismatch() }
        let other: Header = try Sample.object(document.components.headers["Other"])
        #expect(other.examples.entries.map(\.name) == ["one"])
        #expect(!other.required && !other.deprecated && !other.effectiveExplode)
    }

    @Test func readsLinks() throws {
        let response: Response = try Sample.object(operation("get").responses["200"])
        let link: Link = try Sample.object(response.links["self"])
        #expect(link.operationId?.value == "getPayout")
        #expect(link.operationRef == nil)
        #expect(link.parameters["id"]?.string == "$response.body#/id")
        #expect(link.requestBody?.members?.count == 1)
        #expect(link.description == "Again.")
        #expect(link.server?.url.value == "https://links.example.com")
        let other: Link = try Sample.object(response.links["other"])
        #expect(other.operationRef?.value == "#/paths/~1payouts~1{id}/get")
    }

    @Test func readsCallbacks() throws {
        let put = try operation("put")
        #expect(put.callbacks.entries.map(\.name) == ["done", "failed"])
        let done: Callback = try Sample.object(put.callbacks["done"])
        #expect(done.pathItems["{$request.body#/url}"]?.operations.map(\.method) == ["post"])
        #expect(try Sample.reference(put.callbacks["failed"]).target == "#/components/callbacks/Failed")
    }
}
