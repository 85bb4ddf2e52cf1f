import Foundation
import KurusRuntime
import KurusServer
import Testing

@Suite struct MultipartTests {
    private static let upload = Upload(
        title: "Payroll \"05\"\r\n", rows: 3, labels: ["a", "b"], owner: BankAccount(iban: "x"),
        file: FilePart(data: Data("a,b\r\n--c".utf8), filename: "maaş \"1\".csv", contentType: "text/csv"),
        pages: [FilePart(data: Data([0, 255])), FilePart(data: Data())])

    private static let text = """
        --edge\r
        Content-Disposition: form-data; name="title"\r
        \r
        Payroll "05"\r
        \r
        --edge\r
        Content-Disposition: form-data; name="rows"\r
        \r
        3\r
        --edge\r
        Content-Disposition: form-data; name="label %22x%22"\r
        \r
        a\r
        --edge\r
        Content-Disposition: form-data; name="label %22x%22"\r
        \r
        b\r
        --edge\r
        Content-Disposition: form-data; name="owner"\r
        Content-Type: application/json\r
        \r
        {"iban":"x"}\r
        --edge\r
        Content-Disposition: form-data; name="file"; filename="maaş %221%22.csv"\r
        Content-Type: text/csv\r
        \r
        a,b\r
        --c\r
        --edge--\r

        """

    @Test func writesParts() async throws {
        var upload = Self.upload
        upload.pages = nil
        let request = try await captured(.post) { $0.multipart(upload, boundary: "edge") }
        #expect(request?.fields["Content-Type"] == "multipart/form-data; boundary=edge")
        #expect(request?.body.map { String(decoding: $0, as: UTF8.self) } == Self.text)
    }

    @Test func partsComeBack() async throws {
        let upload = Self.upload
        let route = APIRoute(.post, "/x") { (call) throws(APIError) in
            .text(200, try call.multipart(Upload.self) == upload ? "equal" : "different")
        }
        var request = APIRequest(.post, "/x", operation: "upload", effect: .prepare)
        request.multipart(upload)
        request.accept("text/plain")
        let client = APIClient(server: APIServer("https://api.example.com"), transport: RouterTransport([route]))
        #expect(try await client.sendForText(request) == "equal")
    }

    @Test func randomBoundariesDiffer() async throws {
        let types = try await [captured { $0.multipart(Self.upload) }, captured { $0.multipart(Self.upload) }]
            .map { $0?.fields["Content-Type"] }
        #expect(types[0] != types[1])
    }

    @Test(arguments: ["c", "", "a b", "a\r\nb", String(repeating: "x", count: 71)])
    func boundariesThatCannotBeUsedAreRefused(boundary: String) async throws {
        await #expect(throws: APIError.self) {
            let request = try await captured { $0.multipart(Self.upload, boundary: boundary) }
            Issue.record("sent: \(String(describing: request))")
        }
    }

    @Test(arguments: [
        ("preamble\r\n--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx\r\n--b--\r\nepilogue", "x"),
        ("--b \t\r\ncontent-disposition:form-data;name=title\r\n\r\n\r\nx\r\n\r\n--b--", "\r\nx\r\n"),
        ("--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n\r\n--b--", ""),
        ("--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n--bc\r\n--b--", "--bc"),
        ("--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\na--b--\r\n--b--", "a--b--"),
        (
            "--b\r\nX: 1\r\nContent-Disposition: form-data; name=\"title\"\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nx\r\n--b--",
            "x"
        ),
    ])
    func readsFraming(body: String, title: String) async throws {
        #expect(try await self.title(in: body) == title)
    }

    @Test(arguments: [
        ("", "multipart body: no boundary line"), ("x", "multipart body: no boundary line"),
        (
            "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx",
            "multipart body: the final boundary is missing"
        ),
        (
            "--b\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\nx\r\n--b\r\n",
            "multipart body: the final boundary is missing"
        ),
        (
            "--b\r\nContent-Disposition: form-data\r\n\r\nx\r\n--b--",
            "multipart body: a part has no Content-Disposition: form-data with a name"
        ),
        ("--b\r\nx\r\n--b--", "multipart body: a part has no Content-Disposition: form-data with a name"),
        ("--b\r\n--b--", "multipart body: a part has no Content-Disposition: form-data with a name"),
        ("--b--", "content: missing member ‘title’ (byte 0)"),
        // Fewer bytes before the boundary than a line break has.
        ("x--b--", "multipart body: no boundary line"),
    ])
    func refusesBrokenFraming(body: String, error: String) async throws {
        let padded = body.isEmpty ? " " : body
        #expect(try await title(in: padded) == #"{"error":"\#(error)"}"#)
    }

    @Test func boundaryIsRequired() async throws {
        let text = try await title(in: "--b--", contentType: "multipart/form-data")
        #expect(text == #"{"error":"the content type names no boundary"}"#)
    }

    @Test func partsPrintMasked() {
        let upload = Upload(
            title: "TR33 0006 1005 1978 6457 8413 26", rows: 1, labels: [], owner: BankAccount(iban: "1234567890"),
            file: FilePart(data: Data("planted".utf8), filename: "planted.csv"))
        let text = """
            Upload(title: "‹redacted›", rows: 1, owner: ‹redacted›, file: FilePart(7 bytes))
            """
        #expect("\(upload)" == text)
        #expect(String(reflecting: upload) == text)
    }

    private func title(
        in body: String, contentType: String = "multipart/form-data; boundary=\"b\""
    ) async throws -> String {
        let route = APIRoute(.post, "/x") { (call) throws(APIError) in
            .text(200, try call.multipart(Title.self)?.title ?? "none")
        }
        let request = try request(.post, "/x", fields: ["Content-Type": contentType], body: body)
        return await APIRouter.respond(to: request, [route]).text
    }
}

struct Title: MultipartModel {
    var title: String

    init(from form: inout MultipartReader) throws(JSONError) {
        title = try form.require(try form.read("title", String.self), "title")
    }

    func write(to form: inout MultipartWriter) {
        form.part("title", title)
    }
}

struct Upload: MultipartModel {
    var title: String
    var rows: Int
    var labels: [String]
    var owner: BankAccount?
    var file: FilePart?
    var pages: [FilePart]?

    init(
        title: String, rows: Int, labels: [String], owner: BankAccount? = nil, file: FilePart? = nil,
        pages: [FilePart]? = nil
    ) {
        self.title = title
        self.rows = rows
        self.labels = labels
        self.owner = owner
        self.file = file
        self.pages = pages
    }

    init(from form: inout MultipartReader) throws(JSONError) {
        title = try form.require(try form.read("title", String.self), "title")
        rows = try form.require(try form.read("rows", Int.self), "rows")
        labels = try form.read("label \"x\"", [String].self) ?? []
        owner = try form.read("owner", BankAccount.self)
        file = form.file("file")
        pages = form.files("pages")
    }

    func write(to form: inout MultipartWriter) {
        form.part("title", title)
        form.part("rows", rows)
        form.part("label \"x\"", labels)
        form.part("owner", owner, .sensitive)
        form.file("file", file)
        form.files("pages", pages)
    }
}
