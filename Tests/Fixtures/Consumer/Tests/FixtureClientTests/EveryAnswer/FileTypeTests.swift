import EveryAnswerAPI
import Foundation
import KurusRuntime
import Testing

/// The media types that a document lists for files (OpenAPI 3.0.3, §4.7.15.1).
@Suite struct FileTypeTests {
    private static let octets = FilePart(data: Data("o".utf8))
    private static let jpeg = FilePart(data: Data("j".utf8), contentType: "image/jpeg")

    @Test func listedTypeIsSent() async throws {
        let body = PartsTypesOperation.Body(
            photo: Self.octets, scan: Self.jpeg, pages: [Self.octets, Self.jpeg], icon: Self.octets, note: "n")
        let request = try await AnswerExchange.request { try await $0.partsTypes(body: body) }
        let expected = """
            --B
            Content-Disposition: form-data; name="photo"
            Content-Type: image/png

            o
            --B
            Content-Disposition: form-data; name="scan"
            Content-Type: image/jpeg

            j
            --B
            Content-Disposition: form-data; name="pages"
            Content-Type: application/pdf

            o
            --B
            Content-Disposition: form-data; name="pages"
            Content-Type: image/jpeg

            j
            --B
            Content-Disposition: form-data; name="icon"
            Content-Type: image/svg+xml

            o
            --B
            Content-Disposition: form-data; name="note"
            Content-Type: text/markdown

            n
            --B--

            """
        #expect(FramedContent(request.fields, request.body ?? []).text == expected)
    }

    @Test func choiceIsTheCallers() async {
        let reason = await reasonNotSent {
            try await AnswerExchange.client(HTTPResponse(status: 204))
                .partsTypes(body: .init(photo: Self.jpeg, scan: Self.octets))
        }
        #expect(reason == "the file scan names no media type, and has to be one of image/png, image/jpeg")
    }
}
