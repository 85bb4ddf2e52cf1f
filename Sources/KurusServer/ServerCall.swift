public import Foundation
public import KurusHTTP
public import KurusJSON
public import KurusRuntime

/// One request to an operation of a server, taken apart as its document says.
///
/// What does not fit is thrown as `APIError.refused` with status 400 (415 for a media type), to be sent as it is. Printed
/// as method and path template.
public struct ServerCall: Sendable {
    /// The request as it came.
    public let request: HTTPRequest
    private let path: String
    private let pathTexts: [String: String]

    init(_ request: HTTPRequest, path: String, values: [String: String]) {
        self.request = request
        self.path = path
        pathTexts = values
    }

    /// A variable of the path.
    public func path<T: JSONReadable>(
        _ name: String, _ type: T.Type = T.self, _ style: ParameterStyle = .simple, explode: Bool = false
    ) throws(APIError) -> T {
        let node = pathTexts[name].flatMap { PathText.node($0, name: name, style: style, explode: explode) }
        guard let node else { throw malformed("the path parameter \(name) is malformed") }
        return try read(node, type, "path parameter \(name)")
    }

    /// A parameter of the query; nil when it is not there. See `ParameterStyle` for what cannot be told apart.
    public func query<T: JSONReadable>(
        _ name: String, _ type: T.Type = T.self, _ style: ParameterStyle = .form, explode: Bool = true
    ) throws(APIError) -> T? {
        guard let node = queryPairs.node(name, style, explode: explode) else { return nil }
        return try readIfPresent(node, type, "query parameter \(name)")
    }

    /// A header field in style `simple`; nil when it is not there.
    public func header<T: JSONReadable>(
        _ name: String, _ type: T.Type = T.self, explode: Bool = false
    ) throws(APIError) -> T? {
        guard let raw = request.fields[name] else { return nil }
        return try read(.header(raw, explode: explode), type, "header \(name)")
    }

    /// A pair of the Cookie field; nil when it is not there.
    public func cookie<T: JSONReadable>(
        _ name: String, _ type: T.Type = T.self, explode: Bool = true
    ) throws(APIError) -> T? {
        guard let node = cookiePairs.node(name, .form, explode: explode) else { return nil }
        return try readIfPresent(node, type, "cookie \(name)")
    }

    /// A variable of the path whose text is JSON.
    public func pathJSON<T: JSONReadable>(_ name: String, _ type: T.Type = T.self) throws(APIError) -> T {
        let node = pathTexts[name].map { ParameterNode.text(DelimitedText(raw: $0)) }
        return try require(try readJSON(node, type, "path parameter \(name)"), name)
    }

    /// A parameter of the query whose text is JSON; nil when it is not there.
    public func queryJSON<T: JSONReadable>(_ name: String, _ type: T.Type = T.self) throws(APIError) -> T? {
        try readJSON(queryPairs.node(name, .form, explode: false), type, "query parameter \(name)")
    }

    /// A header field whose value is JSON; nil when it is not there.
    public func headerJSON<T: JSONReadable>(_ name: String, _ type: T.Type = T.self) throws(APIError) -> T? {
        try readJSON(request.fields[name].map { .header($0, explode: false) }, type, "header \(name)")
    }

    /// A cookie whose text is JSON; nil when it is not there.
    public func cookieJSON<T: JSONReadable>(_ name: String, _ type: T.Type = T.self) throws(APIError) -> T? {
        try readJSON(cookiePairs.node(name, .form, explode: false), type, "cookie \(name)")
    }

    /// A parameter that the document requires; 400 without it.
    public func require<T>(_ value: T?, _ name: String) throws(APIError) -> T {
        guard let value else { throw malformed("\(name) is missing") }
        return value
    }

    func malformed(_ reason: String) -> APIError {
        .refused(Refusal(status: 400, json: ErrorContent(error: reason)))
    }

    private var queryPairs: PairList {
        PairList(query: request.target.drop { $0 != "?" }.dropFirst())
    }

    private var cookiePairs: PairList {
        PairList(cookie: request.fields.values(of: "Cookie").joined(separator: "; "))
    }
}

extension ServerCall {
    func read<T: JSONReadable>(_ node: ParameterNode, _ type: T.Type, _ place: String) throws(APIError) -> T {
        do {
            return try node.read(type)
        } catch {
            throw malformed(place, error)
        }
    }

    /// As `read`, but nil when only other parameters' pairs are there.
    private func readIfPresent<T: JSONReadable>(
        _ node: ParameterNode, _ type: T.Type, _ place: String
    ) throws(APIError) -> T? {
        do {
            return try node.readIfPresent(type)
        } catch {
            throw malformed(place, error)
        }
    }

    private func readJSON<T: JSONReadable>(
        _ node: ParameterNode?, _ type: T.Type, _ place: String
    ) throws(APIError) -> T? {
        guard let node else { return nil }
        guard case .string(let text)? = node.value else { throw malformed("\(place) is malformed") }
        do {
            return try JSONReader.read(type, from: Array(text.utf8))
        } catch {
            throw malformed(place, error)
        }
    }

    /// Member names in the error's path are the caller's own text, and masked as such.
    func malformed(_ place: String, _ error: JSONError) -> APIError {
        malformed(Redaction.masked("\(place): \(error)"))
    }
}

extension ServerCall: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(request.method) \(path)" }

    public var debugDescription: String { description }

    public var customMirror: Mirror { Mirror(self, children: []) }
}

// The content of a call. Content without a media type is taken to be what the operation documents (RFC 9110 §8.3).
extension ServerCall {
    /// The media type of the content in lower case, without parameters; nil when the request names none.
    public var mediaType: String? {
        request.fields["Content-Type"].map { MediaType($0).essence }
    }

    /// JSON content; nil when there is none. 415 for another media type, 400 when it does not fit.
    public func json<T: JSONReadable>(_ type: T.Type = T.self) throws(APIError) -> T? {
        guard let bytes = try content(where: \.isJSON) else { return nil }
        do {
            return try JSONReader.read(type, from: bytes)
        } catch {
            throw malformed("content", error)
        }
    }

    /// The members of an application/x-www-form-urlencoded body; nil when there is none. 415 and 400 as for `json`.
    public func form<T: JSONReadable>(
        _ type: T.Type = T.self, _ encodings: [String: FormEncoding] = [:]
    ) throws(APIError) -> T? {
        guard let bytes = try content(where: { $0.essence == "application/x-www-form-urlencoded" }) else { return nil }
        guard let node = ReceivedForm.node(bytes, encodings) else { throw malformed("the form is not UTF-8") }
        return try read(node, type, "form")
    }

    /// The parts of a multipart/form-data body; nil when there is none. 415 and 400 as for `json`.
    public func multipart<T: MultipartModel>(_ type: T.Type = T.self) throws(APIError) -> T? {
        guard let bytes = try content(where: { $0.essence == "multipart/form-data" }) else { return nil }
        guard let boundary = MediaType(request.fields["Content-Type"] ?? "").parameters["boundary"] else {
            throw malformed("the content type names no boundary")
        }
        var reader: MultipartReader
        do {
            reader = try MultipartReader(bytes, boundary: boundary)
        } catch {
            throw malformed(error.reason)
        }
        do {
            return try T(from: &reader)
        } catch {
            throw malformed("content", error)
        }
    }

    /// The content as text in the charset it names; nil when there is none, or it is not text.
    public func text() -> String? {
        guard let bytes = request.body, !bytes.isEmpty else { return nil }
        return TextContent.text(bytes, contentType: request.fields["Content-Type"])
    }

    /// The content as it is; nil when there is none.
    public func data() -> Data? {
        request.body.flatMap { $0.isEmpty ? nil : Data($0) }
    }

    /// The refusal of content that no media type of the operation describes: 415 (RFC 9110 §15.5.16).
    public func unsupportedMediaType() -> APIError {
        .refused(Refusal(status: 415, json: ErrorContent(error: "unsupported media type")))
    }

    private func content(where accepts: (MediaType) -> Bool) throws(APIError) -> [UInt8]? {
        guard let bytes = request.body, !bytes.isEmpty else { return nil }
        if let field = request.fields["Content-Type"], !accepts(MediaType(field)) { throw unsupportedMediaType() }
        return bytes
    }
}
