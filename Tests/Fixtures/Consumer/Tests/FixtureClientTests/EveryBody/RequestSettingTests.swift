import EveryBodyAPI
import Foundation
import KurusRuntime
import Testing

/// Servers, security requirements, the Accept field, and the effect of an operation.
@Suite struct RequestSettingTests {
    @Test func serversAreConstantsAndFunctionsOfTheirVariables() {
        #expect(EveryBodyClient.production.url == "https://api.example.com/v1")
        #expect(EveryBodyClient.sandboxExampleCom.url == "https://sandbox.example.com")
        #expect(EveryBodyClient.relative.url == "/v1")
        #expect(EveryBodyClient.aTenantSOwn().url == "https://demo.example.com:443/v1")
        #expect(
            EveryBodyClient.aTenantSOwn(tenant: "bank", port: "8443", base: "v2").url
                == "https://bank.example.com:8443/v2")
    }

    private func sent(
        server: APIServer = EveryBodyClient.sandboxExampleCom, signer: (any RequestSigner)? = nil,
        answer: HTTPResponse = HTTPResponse(status: 204), _ call: (EveryBodyClient) async throws -> Void
    ) async throws -> HTTPRequest {
        let transport = RecordingTransport(answer)
        try await call(EveryBodyClient(APIClient(server: server, transport: transport, signer: signer)))
        return try #require(transport.requests.first)
    }

    @Test func callersNameTheServersThatOperationsHaveForThemselves() async throws {
        #expect(
            try await sent { try await $0.serversInherited() }.url.absoluteString
                == "https://sandbox.example.com/servers/inherited")
        let files = EveryBodyClient.regionFilesExampleCom(region: "us")
        #expect(
            try await sent { try await $0.serversOfPath(server: files) }.url.absoluteString
                == "https://us.files.example.com/servers/path")
        let upload = EveryBodyClient.uploadExampleCom()
        #expect(
            try await sent { try await $0.serversOfOperation(server: upload, body: Data()) }.url.absoluteString
                == "https://upload.example.com:8443/v1/servers/path")
    }

    /// The server learns where the caller sent the request.
    @Test func serverIsToldWhichServerWasNamed() async throws {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        let relay = EveryBodyServer(
            EveryBodyClient(APIClient(server: EveryBodyClient.production, transport: transport)))
        let client = EveryBodyClient(
            APIClient(server: EveryBodyClient.production, transport: ServerTransport { await relay.respond(to: $0) }))
        try await client.serversOfPath(server: EveryBodyClient.regionFilesExampleCom())
        #expect(transport.requests.map(\.url.absoluteString) == ["https://eu.files.example.com/servers/path"])
    }

    @Test func relativeServerIsNotSentTo() async {
        await #expect {
            try await sent(server: EveryBodyClient.relative) { try await $0.serversInherited() }
        } throws: { error in
            guard case .notSent? = error as? APIError else { return false }
            return true
        }
    }

    @Test(
        arguments: [
            (BodyCall { try await $0.securityInherited() }, [["headerKey": []]]),
            (BodyCall { try await $0.securityNone() }, []),
            (BodyCall { try await $0.securityOptional() }, [[:]]),
            (BodyCall { try await $0.securityOptionalKey() }, [[:], ["headerKey": []]]),
            (BodyCall { try await $0.securityQueryKey() }, [["queryKey": []]]),
            (BodyCall { try await $0.securityOAuth() }, [["oauth": ["read:things", "write:things"]]]),
            (BodyCall { try await $0.securityOpenID() }, [["openID": ["email"]]]),
            (BodyCall { try await $0.securityBoth() }, [["basic": [], "headerKey": []]]),
            (
                BodyCall { try await $0.securityEither() },
                [["basic": []], ["bearer": []], ["oauth": ["read:things"], "headerKey": []]]
            ),
        ] as [(BodyCall, [[String: [String]]])])
    func signerIsGivenTheRequirements(
        call: BodyCall, requirements: [[String: [String]]]
    ) async throws {
        let signer = RequirementRecorder()
        _ = try await sent(signer: signer, call.call)
        #expect(signer.requirements == [requirements])
    }

    @Test(
        arguments: [
            (HTTPResponse.content(#"{"id":"t"}"#), "application/json", BodyCall { _ = try await $0.responseJSON() }),
            (.content(#"{"id":"t"}"#), "*/*", BodyCall { _ = try await $0.responseAny() }),
            (.text(200, ""), "text/plain", BodyCall { _ = try await $0.responseText() }),
            (.text(200, ""), "text/html", BodyCall { _ = try await $0.responseHTML() }),
            (.data(200, Data()), "image/png", BodyCall { _ = try await $0.responsePNG() }),
            (
                .content(#"{"id":"t"}"#), "application/json, text/plain, application/octet-stream",
                BodyCall { _ = try await $0.responseKinds() }
            ),
        ] as [(HTTPResponse, String, BodyCall)])
    func acceptNamesWhatCanBeRead(
        answer: HTTPResponse, accept: String, call: BodyCall
    ) async throws {
        #expect(try await sent(answer: answer, call.call).fields["Accept"] == accept)
    }

    /// Only the failure of a read leaves nothing open.
    @Test(
        arguments: [
            (true, BodyCall { try await $0.effectRead() }), (false, BodyCall { try await $0.effectPrepare() }),
            (false, BodyCall { try await $0.effectCommit() }), (false, BodyCall { try await $0.effectUndo() }),
        ] as [(Bool, BodyCall)])
    func outcomeOfWritesMayBeUnknown(
        isRead: Bool, call: BodyCall
    ) async throws {
        do {
            _ = try await sent(answer: HTTPResponse(status: 500), call.call)
            Issue.record("no error")
        } catch let error as APIError {
            switch error {
            case .refused: #expect(isRead)
            case .outcomeUnknown: #expect(!isRead)
            default: Issue.record("\(error)")
            }
        }
    }

    @Test func everyPlaceOfOneRequestIsUsed() async throws {
        let answer = HTTPResponse.content(201, #"{"id":"c"}"#, fields: ["Location": "l"])
        let request = try await sent(answer: answer) { client in
            let output = try await client.together(
                id: "i", queryBody: "q", request: "r", xTrace: "t", session: "s",
                body: .init(file: FilePart(data: Data("f".utf8))))
            #expect(output == .created(body: Created(id: "c"), location: "l"))
        }
        #expect(request.target == "/together/i?body=q&request=r")
        #expect(request.fields["X-Trace"] == "t")
        #expect(request.fields["Cookie"] == "session=s")
        #expect(request.fields["Content-Type"]?.hasPrefix("multipart/form-data; boundary=") == true)
    }
}
