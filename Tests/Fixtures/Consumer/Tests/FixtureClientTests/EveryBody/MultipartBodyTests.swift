import EveryBodyAPI
import Foundation
import KurusRuntime
import KurusServer
import Testing

/// Parts, including files, as sent and as received.
@Suite struct MultipartBodyTests {
    private static let png = FilePart(
        data: Data([0x89, 0x0D, 0x0A, 0x2D, 0x2D, 0xFF]), filename: "ü \"1\".png", contentType: "image/png")
    private static let text = FilePart(data: Data("a\nb".utf8), contentType: "text/plain")

    /// Returns the content with its random boundary replaced by `B` and its CRLF line breaks by line feeds.
    private func content(_ call: (EveryBodyClient) async throws -> Void) async throws -> String {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        try await call(EveryBodyClient(APIClient(server: EveryBodyClient.production, transport: transport)))
        let request = try #require(transport.requests.first)
        let type = try #require(request.fields["Content-Type"])
        let prefix = "multipart/form-data; boundary="
        #expect(type.hasPrefix(prefix))
        let text = String(decoding: try #require(request.body), as: UTF8.self)
        return text.replacing(type.dropFirst(prefix.count), with: "B").replacing("\r\n", with: "\n")
    }

    @Test func partsHaveTheTypesOfTheirValues() async throws {
        let body = MultipartPartsOperation.Body(
            text: "t\r\nü", number: 5, amount: 0.1, flag: true, kind: .a, texts: ["x", ""],
            thing: Thing(id: "i"), things: [Thing(id: "j")], inline: .init(x: 1), map: ["k": "v"],
            bytes: Data([0, 1, 2]), instant: try Values.instant(), file: Self.text)
        let expected = """
            --B
            Content-Disposition: form-data; name="text"

            t
            ü
            --B
            Content-Disposition: form-data; name="number"

            5
            --B
            Content-Disposition: form-data; name="amount"

            0.1
            --B
            Content-Disposition: form-data; name="flag"

            true
            --B
            Content-Disposition: form-data; name="kind"

            a
            --B
            Content-Disposition: form-data; name="texts"

            x
            --B
            Content-Disposition: form-data; name="texts"


            --B
            Content-Disposition: form-data; name="thing"
            Content-Type: application/json

            {"id":"i"}
            --B
            Content-Disposition: form-data; name="things"
            Content-Type: application/json

            [{"id":"j"}]
            --B
            Content-Disposition: form-data; name="inline"
            Content-Type: application/json

            {"x":1}
            --B
            Content-Disposition: form-data; name="map"
            Content-Type: application/json

            {"k":"v"}
            --B
            Content-Disposition: form-data; name="bytes"

            AAEC
            --B
            Content-Disposition: form-data; name="instant"

            2024-02-29T12:00:00.10+03:00
            --B
            Content-Disposition: form-data; name="file"
            Content-Type: text/plain

            a
            b
            --B--

            """
        #expect(try await content { try await $0.multipartParts(body: body) } == expected)
    }

    @Test func documentedContentTypesAreWritten() async throws {
        let body = MultipartEncodingsOperation.Body(
            photo: FilePart(data: Data("p".utf8), filename: "ü \"1\".png", contentType: "image/png"), note: "# n",
            thing: Thing(id: "i"), list: [1, 2])
        let expected = """
            --B
            Content-Disposition: form-data; name="photo"; filename="ü %221%22.png"
            Content-Type: image/png

            p
            --B
            Content-Disposition: form-data; name="note"
            Content-Type: text/markdown; charset=utf-8

            # n
            --B
            Content-Disposition: form-data; name="thing"
            Content-Type: application/vnd.kurus+json

            {"id":"i"}
            --B
            Content-Disposition: form-data; name="list"
            Content-Type: application/json

            [1,2]
            --B--

            """
        #expect(try await content { try await $0.multipartEncodings(body: body) } == expected)
    }

    @Test func absentBodyIsNotSent() async throws {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        let client = EveryBodyClient(APIClient(server: EveryBodyClient.production, transport: transport))
        try await client.multipartOptional()
        #expect(transport.requests.first?.body == nil)
        #expect(transport.requests.first?.fields["Content-Type"] == nil)
    }

    /// Returns the argument of a server's operation when a client sends a body.
    private func received<Body: MultipartModel>(
        _ call: (EveryBodyClient) async throws -> Void, as type: Body.Type
    ) async throws -> Body {
        let transport = RecordingTransport(HTTPResponse(status: 204))
        try await call(EveryBodyClient(APIClient(server: EveryBodyClient.production, transport: transport)))
        let request = try #require(transport.requests.first)
        let receiver = BodyReceiver<Body>()
        let answer = await APIRouter.respond(to: request, basePath: "/v1", [receiver.route(of: request)])
        #expect(answer.status == 204)
        return try #require(receiver.body)
    }

    @Test func filesArriveWithTheirBytes() async throws {
        let files = MultipartFilesOperation.Body(files: [Self.png, Self.text], requiredFiles: [Self.png])
        let fewer = MultipartFilesOperation.Body(optionalFile: Self.text, requiredFiles: [Self.text, Self.text])
        for body in [files, fewer] {
            let arrived = try await received(
                { try await $0.multipartFiles(body: body) }, as: MultipartFilesOperation.Body.self)
            #expect(arrived == body)
        }
        let file = MultipartFileOperation.Body(file: Self.png)
        #expect(
            try await received({ try await $0.multipartFile(body: file) }, as: MultipartFileOperation.Body.self)
                == file)
    }

    @Test func partsArrive() async throws {
        let parts = MultipartPartsOperation.Body(
            text: "", number: -5, amount: 0.1, flag: false, kind: .unrecognized("ü"), texts: ["x", "y"],
            thing: Thing(id: "i", amount: 1.25), things: [Thing(id: "j")], inline: .init(x: 1), map: ["k": "v"],
            bytes: Data([255]), instant: try Values.instant(), file: Self.png)
        #expect(
            try await received({ try await $0.multipartParts(body: parts) }, as: MultipartPartsOperation.Body.self)
                == parts)
        let least = MultipartPartsOperation.Body(text: "t", thing: Thing(id: "i"))
        #expect(
            try await received({ try await $0.multipartParts(body: least) }, as: MultipartPartsOperation.Body.self)
                == least)
        let upload = MultipartReferenceOperation.Body(file: Self.text, about: Thing(id: "i"), note: "n")
        #expect(
            try await received(
                { try await $0.multipartReference(body: upload) }, as: MultipartReferenceOperation.Body.self) == upload)
    }

    @Test func partsAreMasked() {
        let login = MultipartFieldsOnlyOperation.Body(user: "shown", password: "secret", scopes: ["s"])
        for text in texts(of: login) + texts(of: [login]) {
            #expect(!text.contains("secret"), "\(text)")
        }
        #expect("\(login)" == #"Body(user: "shown", password: ‹redacted›, scopes: ["s"])"#)
        let file = MultipartFileOperation.Body(file: FilePart(data: Data("secret".utf8), filename: "secret"))
        #expect("\(file)" == "Body(file: FilePart(6 bytes))")
    }
}
