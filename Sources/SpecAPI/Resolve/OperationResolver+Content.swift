import SpecDiagnostics
import SpecDocument
import SpecTree

// Request bodies and responses (OpenAPI 3.0.3, §4.7.13 to §4.7.17).
extension OperationResolver {
    mutating func body(of operation: Operation, in scope: Int) -> APIRequestBody? {
        guard let use = operation.requestBody,
            let found = follow(use, .requestBodies, in: scope, { $0.requestBodies })
        else { return nil }
        let body = found.object
        if ["get", "head", "delete"].contains(operation.method) {
            // Content in such a request has no meaning (RFC 9110 §9.3), and this client refuses to send it with a GET.
            schemas.diagnostics.warning(
                .sloppyDocument, "a request body has no meaning in \(operation.method.uppercased()) (RFC 9110, §9.3)",
                at: body.location)
        }
        return APIRequestBody(
            location: body.location, component: found.component, description: found.description ?? body.description,
            required: body.required,
            content: mediaTypes(body.content, in: found.scope))
    }

    mutating func responses(of operation: Operation, in scope: Int) -> [APIResponseDescription] {
        var result: [APIResponseDescription] = []
        for entry in operation.responses.entries {
            guard let status = APIResponseDescription.Status(entry.name),
                let found = follow(entry.value, .responses, in: scope, { $0.responses })
            else { continue }
            let response = found.object
            for link in response.links.entries {
                schemas.diagnostics.warning(
                    .notGenerated, "the link `\(link.name)` is left out: nothing is generated for links",
                    at: link.location)
            }
            let isEmpty = hasNoContent(status, of: operation, described: response.content)
            result.append(
                APIResponseDescription(
                    location: entry.location, component: found.component, status: status,
                    description: found.description ?? response.description,
                    headers: headers(of: response, in: found.scope),
                    content: isEmpty ? [] : mediaTypes(response.content, in: found.scope)))
        }
        return result.sorted { $0.status.rank < $1.status.rank }
    }

    /// Returns whether HTTP leaves the response without content, whatever the document describes; warns about that.
    private mutating func hasNoContent(
        _ status: APIResponseDescription.Status, of operation: Operation, described content: NamedValues<MediaType>
    ) -> Bool {
        guard let rule = status.emptiness(ofAnswerTo: operation.method) else { return false }
        if let media = content.entries.first {
            schemas.diagnostics.warning(
                .sloppyDocument, "\(rule.response) has no content (RFC 9110, §\(rule.section)); it is read without",
                at: media.location)
        }
        return true
    }

    mutating func headers(
        of response: Response, in scope: Int
    ) -> [APIResponseDescription.Header] {
        var result: [APIResponseDescription.Header] = []
        for entry in response.headers.entries {
            // §4.7.17.1: a header named Content-Type is ignored.
            guard entry.name.lowercased() != "content-type",
                let found = follow(entry.value, .headers, in: scope, { $0.headers })
            else { continue }
            let header = found.object
            let schema = header.schema.map { schemas.resolve($0, in: found.scope) }
            if let media = header.content.entries.first {
                schemas.diagnostics.warning(
                    .notGenerated, "the header is read as a string: nothing is generated for `content` in headers",
                    at: media.location)
            }
            result.append(
                APIResponseDescription.Header(
                    name: entry.name, location: entry.location, description: found.description ?? header.description,
                    required: header.required, explode: header.effectiveExplode,
                    schema: schema ?? APISchema(at: entry.location, .scalar(.string))))
        }
        return result
    }

    mutating func mediaTypes(_ content: NamedValues<MediaType>, in scope: Int) -> [APIMediaType] {
        content.entries.map { entry in
            var schema = entry.value.schema.map { schemas.resolve($0, in: scope) }
            if schemas.version(of: scope) > .v30, MediaTypeName(entry.name).kind == .multipart {
                schema?.readUntypedParts(but: Set(entry.value.encoding.entries.map(\.name)))
            }
            return APIMediaType(
                location: entry.location, name: entry.name, kind: MediaTypeName(entry.name).kind(of: schema),
                schema: schema,
                encodings: entry.value.encoding.entries.map { encoding in
                    APIMediaType.Encoding(
                        property: encoding.name, location: encoding.location,
                        contentType: encoding.value.contentType,
                        headers: encoding.value.headers.entries.map { Located($0.name, at: $0.location) },
                        style: encoding.value.style,
                        explode: encoding.value.explode, allowReserved: encoding.value.allowReserved)
                })
        }
    }
}

extension APISchema {
    /// Reads parts of a multipart content without a type as octets, as since 3.1 (OpenAPI 3.1.1, §4.8.15.1), unless they
    /// have an `encoding`.
    fileprivate mutating func readUntypedParts(but encoded: Set<String>) {
        guard case .object(var object) = shape else { return }
        for index in object.properties.indices where !encoded.contains(object.properties[index].name) {
            let part = object.properties[index].schema
            if part.shape.isAny, !part.nullable {
                object.properties[index].schema.shape = .scalar(.binary)
            } else if case .array(var element) = part.shape, element.shape.isAny, !element.nullable {
                element.shape = .scalar(.binary)
                object.properties[index].schema.shape = .array(element)
            }
        }
        shape = .object(object)
    }
}

extension APIResponseDescription.Status {
    /// Reads the key of a Responses Object (OpenAPI 3.0.3, §4.7.16).
    init?(_ key: String) {
        if key == "default" {
            self = .default
        } else if let code = Int(key) {
            self = .code(code)
        } else if key.count == 3, key.hasSuffix("XX"), let hundreds = key.first?.wholeNumberValue {
            self = .range(hundreds)
        } else {
            return nil
        }
    }

    /// Returns the section of RFC 9110 by which the response has no content; nil where it may have some.
    fileprivate func emptiness(ofAnswerTo method: String) -> (response: String, section: String)? {
        switch self {
        case .code(204): ("a response 204", "15.3.5")
        case .code(205): ("a response 205", "15.3.6")
        case .code(304): ("a response 304", "15.4.5")
        case .code(100..<200), .range(1): ("a response 1XX", "15.2")
        default: method == "head" ? ("a response to HEAD", "9.3.2") : nil
        }
    }

    var rank: Int {
        switch self {
        case .code(let code): code
        case .range(let hundreds): 1_000 + hundreds
        case .default: 2_000
        }
    }
}
