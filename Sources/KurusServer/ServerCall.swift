public import Foundation
public import KurusHTTP
public import KurusJSON
public import KurusRuntime

/// One request to an operation of a server, read as its document describes.
///
/// A value that does not fit throws `APIError.refused` with status 400 (415 for a media type), to be sent unchanged. It
/// prints as the method and path template.
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

    /// Reads a path variable.
    public func path<T: JSONReadable>(
        _ name: String, _ type: T.Type = T.self, _ style: ParameterStyle = .simple, explode: Bool = false
    ) throws(APIError) -> T {
        let node = pathTexts[name].flatMap { PathText.node($0, name: name, style: style, explode: explode) }
        guard let node else { throw malformed("the path parameter \(name) is malformed") }
        return try read(node, type, "path parameter \(name)")
    }

    /// Reads a query parameter; nil when it is missing. `ParameterStyle` lists indistinguishable values.
    public func query<T: JSONReadable>(
        _ name: String, _ type: T.Type = T.self, _ style: ParameterStyle = .form, explode: Bool = true
    ) throws(APIError) -> T? {
        guard let node = queryPairs.node(name, style, explode: explode) else { return nil }
        return try readIfPresent(node, type, "query parameter \(name)")
    }

    /// Reads a header field in style `simple`; nil when it is missing.
    public func header<T: JSONReadable>(
        _ name: String, _ type: T.Type = T.self, explode: Bool = false
    ) throws(APIError) -> T? {
        guard let raw = request.fields.value(named: name) else { return nil }
        return try read(.header(raw, explode: explode), type, "header \(name)")
    }

    /// Reads a cookie; nil when it is missing.
    public func cookie<T: JSONReadable>(
        _ name: String, _ type: T.Type = T.self, explode: Bool = true
    ) throws(APIError) -> T? {
        guard let node = cookiePairs.node(name, .form, explode: explode) else { return nil }
        return try readIfPresent(node, type, "cookie \(name)")
    }

    /// Reads a path variable whose text is JSON.
    public func pathJSON<T: JSONReadable>(_ name: String, _ type: T.Type = T.self) throws(APIError) -> T {
        let node = pathTexts[name].map { ParameterNode.text(DelimitedText(raw: $0)) }
        return try require(try readJSON(node, type, "path parameter \(name)"), name)
    }

    /// Reads a query parameter whose text is JSON; nil when it is missing.
    public func queryJSON<T: JSONReadable>(_ name: String, _ type: T.Type = T.self) throws(APIError) -> T? {
        try readJSON(queryPairs.node(name, .form, explode: false), type, "query parameter \(name)")
    }

    /// Reads a header field whose value is JSON; nil when it is missing.
    public func headerJSON<T: JSONReadable>(_ name: String, _ type: T.Type = T.self) throws(APIError) -> T? {
        try readJSON(request.fields.value(named: name).map { .header($0, explode: false) }, type, "header \(name)")
    }

    /// Reads a cookie whose text is JSON; nil when it is missing.
    public func cookieJSON<T: JSONReadable>(_ name: String, _ type: T.Type = T.self) throws(APIError) -> T? {
        try readJSON(cookiePairs.node(name, .form, explode: false), type, "cookie \(name)")
    }

    /// Returns a parameter that the document requires; throws 400 when it is missing.
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
            return try node.read(type, of: .request)
        } catch {
            throw malformed(place, error)
        }
    }

    /// Reads a node like `read`, but returns nil when only other parameters' pairs are present.
    private func readIfPresent<T: JSONReadable>(
        _ node: ParameterNode, _ type: T.Type, _ place: String
    ) throws(APIError) -> T? {
        do {
            return try node.readIfPresent(type)
        } catch {
            throw malformed(place, error)
        }
    }

    private static let options = JSONReaderOptions(direction: .request)

    private func readJSON<T: JSONReadable>(
        _ node: ParameterNode?, _ type: T.Type, _ place: String
    ) throws(APIError) -> T? {
        guard let node else { return nil }
        guard case .string(let text)? = node.value else { throw malformed("\(place) is malformed") }
        do {
            return try JSONReader.read(type, from: Array(text.utf8), options: Self.options)
        } catch {
            throw malformed(place, error)
        }
    }

    /// Masks the error, because member names in its path are the caller's own text.
    func malformed(_ place: String, _ error: JSONError) -> APIError {
        malformed(Redaction.masked("\(place): \(error)"))
    }
}

extension ServerCall: MaskedText {
    public var description: String { "\(request.method) \(path)" }
}

// Content without a media type counts as the operation's documented type (RFC 9110 §8.3).
extension ServerCall {
    /// The media type of the content in lower case, without parameters; nil when the request names none.
    public var mediaType: String? {
        request.fields["Content-Type"].map { MediaType($0).essence }
    }

    /// Reads JSON content; nil without content. Throws 415 for another media type, 400 when it does not fit.
    public func json<T: JSONReadable>(_ type: T.Type = T.self) throws(APIError) -> T? {
        guard let bytes = try content(where: \.isJSON) else { return nil }
        do {
            return try JSONReader.read(type, from: bytes, options: Self.options)
        } catch {
            throw malformed("content", error)
        }
    }

    /// Reads the members of an application/x-www-form-urlencoded body; nil without content. Throws 415 and 400 like
    /// `json`.
    public func form<T: JSONReadable>(
        _ type: T.Type = T.self, _ encodings: [String: FormEncoding] = [:]
    ) throws(APIError) -> T? {
        let isForm = { (type: MediaType) in type.essence == "application/x-www-form-urlencoded" }
        guard let bytes = try content(mayBeEmpty: true, where: isForm) else { return nil }
        guard let node = ReceivedForm.node(bytes, encodings) else { throw malformed("the form is not UTF-8") }
        return try read(node, type, "form")
    }

    /// Reads the parts of a multipart/form-data body; nil without content. Throws 415 and 400 like `json`.
    public func multipart<T: MultipartModel>(_ type: T.Type = T.self) throws(APIError) -> T? {
        try multipart(type, contentType: "multipart/form-data")
    }

    /// Reads the parts of a body of another multipart type; nil without content. Throws 415 and 400 like `json`.
    public func multipart<T: MultipartModel>(
        _ type: T.Type = T.self, contentType mediaType: String
    ) throws(APIError) -> T? {
        guard let bytes = try content(where: { $0.essence == mediaType }) else { return nil }
        var reader: MultipartReader
        do {
            let field = request.fields["Content-Type"] ?? ""
            reader = try MultipartReader(bytes, contentType: field, for: .request)
        } catch {
            throw malformed(error.reason)
        }
        do {
            return try T(from: &reader)
        } catch {
            throw malformed("content", error)
        }
    }

    /// Returns the content as text in the charset it names; nil without content, or when it is not text.
    public func text() -> String? {
        guard let bytes = content(mayBeEmpty: true) else { return nil }
        return TextContent.text(bytes, contentType: request.fields["Content-Type"])
    }

    /// Returns the content unchanged; nil without content.
    public func data() -> Data? {
        content(mayBeEmpty: true).map { Data($0) }
    }

    /// Returns the refusal of content of an undocumented media type: 415 (RFC 9110 §15.5.16).
    public func unsupportedMediaType() -> APIError {
        .refused(Refusal(status: 415, json: ErrorContent(error: "unsupported media type")))
    }

    /// Returns the content; nil without any.
    ///
    /// - Parameter mayBeEmpty: Whether a media type without bytes is content: an empty text, file or form.
    private func content(mayBeEmpty: Bool) -> [UInt8]? {
        let bytes = request.body ?? []
        return bytes.isEmpty && !(mayBeEmpty && request.fields["Content-Type"] != nil) ? nil : bytes
    }

    private func content(
        mayBeEmpty: Bool = false, where accepts: (MediaType) -> Bool
    ) throws(APIError) -> [UInt8]? {
        guard let bytes = content(mayBeEmpty: mayBeEmpty) else { return nil }
        if let field = request.fields["Content-Type"], !accepts(MediaType(field)) { throw unsupportedMediaType() }
        return bytes
    }
}
