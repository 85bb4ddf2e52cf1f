import SpecDiagnostics
import SpecDocument
import SpecTree
import Testing

/// The complete document in the model: descriptions, servers and security.
struct DocumentModelTests {
    let document: OpenAPIDocument

    init() throws {
        document = try CompleteDocument.decoded()
    }

    @Test func readsDocument() throws {
        #expect(document.version.value == "3.0.3")
        #expect(document.version.location.offset == 15)
        #expect(document.location.offset == 0)
        #expect(document.servers.map(\.url.value) == ["https://{region}.example.com"])
        #expect(document.paths.entries.map(\.name) == ["/payouts/{id}", "/elsewhere"])
        #expect(document.security.map { $0.schemes.entries.map(\.name) } == [["bearer"]])
        #expect(document.tags.map(\.name.value) == ["payouts"])
        #expect(document.externalDocs?.description == "The guide")
        #expect(document.externalDocs?.url == "https://example.com/guide")
    }

    @Test func readsInfo() throws {
        let info = document.info
        #expect(info.title == "Payouts")
        #expect(info.description == "Pays out.")
        #expect(info.termsOfService == "https://example.com/terms")
        #expect(info.version == "1.2")
        let contact = try #require(info.contact)
        #expect(contact.name == "Desk")
        #expect(contact.url == "https://example.com/desk")
        #expect(contact.email == "desk@example.com")
        let license = try #require(info.license)
        #expect(license.name == "Apache-2.0")
        #expect(license.url == "https://example.com/license")
    }

    @Test func readsServer() throws {
        let server = try #require(document.servers.first)
        #expect(server.description == "Live")
        let region = try #require(server.variables["region"])
        #expect(region.enumValues?.map(\.value) == ["eu", "us"])
        #expect(region.defaultValue?.value == "eu")
        #expect(region.description == "Where")
    }

    @Test func readsTag() throws {
        let tag = try #require(document.tags.first)
        #expect(tag.description == "Payouts.")
        #expect(tag.externalDocs?.url == "https://example.com/payouts")
    }

    @Test func readsComponents() throws {
        let components = document.components
        #expect(components.schemas.entries.map(\.name) == ["Payout", "Item", "Map", "Alias"])
        #expect(components.responses.entries.map(\.name) == ["Refused"])
        #expect(components.parameters.entries.map(\.name) == ["Page"])
        #expect(components.examples.entries.map(\.name) == ["Short", "Long"])
        #expect(components.requestBodies.entries.map(\.name) == ["Body"])
        #expect(components.headers.entries.map(\.name) == ["Other"])
        #expect(
            components.securitySchemes.entries.map(\.name) == ["key", "bearer", "oauth", "openid", "alias"])
        #expect(components.links.entries.map(\.name) == ["Third"])
        #expect(components.callbacks.entries.map(\.name) == ["Failed"])
    }

    @Test func readsExamples() throws {
        let short: Example = try Sample.object(document.components.examples["Short"])
        #expect(short.summary == "Short one")
        #expect(short.description == "A short example.")
        #expect(short.value?.string == "1")
        let long: Example = try Sample.object(document.components.examples["Long"])
        #expect(long.externalValue == "https://example.com/long.txt")
        #expect(long.value == nil)
    }

    @Test func readsSecuritySchemes() throws {
        let schemes = document.components.securitySchemes
        let key: SecurityScheme = try Sample.object(schemes["key"])
        #expect(key.description == "A key.")
        guard case .apiKey("X-Key", .header) = key.kind else { throw Sample.Mismatch() }
        let bearer: SecurityScheme = try Sample.object(schemes["bearer"])
        guard case .http("bearer", "JWT") = bearer.kind else { throw Sample.Mismatch() }
        let openid: SecurityScheme = try Sample.object(schemes["openid"])
        guard case .openIdConnect("https://example.com/.well-known") = openid.kind else {
            throw Sample.Mismatch()
        }
        #expect(try Sample.reference(schemes["alias"]).target == "#/components/securitySchemes/key")
    }

    @Test func readsOauthFlows() throws {
        let scheme: SecurityScheme = try Sample.object(document.components.securitySchemes["oauth"])
        guard case .oauth2(let flows) = scheme.kind else { throw Sample.Mismatch() }
        let implicit = try #require(flows.implicit)
        #expect(implicit.authorizationUrl == "https://example.com/authorize")
        #expect(implicit.refreshUrl == "https://example.com/refresh")
        #expect(implicit.tokenUrl == nil)
        #expect(implicit.scopes["read"] == "Reads.")
        #expect(flows.password?.tokenUrl == "https://example.com/token")
        #expect(flows.clientCredentials?.tokenUrl == "https://example.com/token")
        #expect(flows.authorizationCode?.authorizationUrl == "https://example.com/authorize")
        #expect(flows.authorizationCode?.tokenUrl == "https://example.com/token")
    }
}
