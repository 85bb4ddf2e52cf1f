import EveryBodyAPI
import Foundation
import KurusRuntime

/// Calls of the operations that have no case of their own for a body's content.
enum EveryBodyCalls {
    typealias Call = @Sendable (EveryBodyClient) async throws -> Void

    private static let thing = Thing(id: "t")
    private static let file = FilePart(data: Data())
    private static let photo = FilePart(data: Data(), contentType: "image/png")

    static let answers: [Call] = [
        { _ = try await $0.responseAny() }, { _ = try await $0.responseArray() },
        { _ = try await $0.responseBinary() }, { _ = try await $0.responseDescribed() },
        { try await $0.responseEmpty() }, { _ = try await $0.responseErrors() },
        { _ = try await $0.responseFree() }, { _ = try await $0.responseHead() },
        { _ = try await $0.responseHeaders() }, { _ = try await $0.responseHeadersOfSeveral() },
        { _ = try await $0.responseHeadersWithoutBody() }, { _ = try await $0.responseHTML() },
        { _ = try await $0.responseInline() }, { _ = try await $0.responseJSON() },
        { _ = try await $0.responseKinds() }, { try await $0.responseNoContent() },
        { _ = try await $0.responseOnlyDefault() }, { _ = try await $0.responseOnlyErrors() },
        { _ = try await $0.responsePNG() }, { _ = try await $0.responsePrimitive() },
        { _ = try await $0.responseRange() }, { _ = try await $0.responseRangeAndCode() },
        { try await $0.responseRedirect() }, { _ = try await $0.responseReference() },
        { _ = try await $0.responseText() }, { _ = try await $0.responseTwo() },
        { _ = try await $0.responseTwoAlike() }, { _ = try await $0.responseWithAndWithoutBody() },
        { _ = try await $0.responseWithoutSchema() },
    ]

    static let settings: [Call] = [
        { try await $0.effectRead() }, { try await $0.effectPrepare() }, { try await $0.effectCommit() },
        { try await $0.effectUndo() }, { try await $0.securityBasic() }, { try await $0.securityBearer() },
        { try await $0.securityBoth() }, { try await $0.securityCookieKey() }, { try await $0.securityCustom() },
        { try await $0.securityDigest() }, { try await $0.securityEither() }, { try await $0.securityHeaderKey() },
        { try await $0.securityInherited() }, { try await $0.securityNone() }, { try await $0.securityOAuth() },
        { try await $0.securityOpenID() }, { try await $0.securityOptional() },
        { try await $0.securityOptionalKey() }, { try await $0.securityQueryKey() },
        { try await $0.serversInherited() }, { try await $0.serversOfPath(server: APIServer("https://sandbox.test")) },
        { try await $0.serversOfOperation(server: APIServer("https://sandbox.test/x"), body: Data()) },
    ]

    static let contents: [Call] = [
        { try await $0.getNoOperationIdByIdParts(id: "i") }, { try await $0.jsonReference(body: thing) },
        { try await $0.putNoOperationIdByIdParts(id: "i", body: .init(x: 1)) },
        { _ = try await $0.severalDifferent(body: thing) }, { _ = try await $0.severalDifferentJSON(body: thing) },
        { _ = try await $0.severalEqual(body: thing) }, { _ = try await $0.severalEqualJSON(body: thing) },
        { try await $0.severalOptional(body: nil) }, { _ = try await $0.ignoredHeaders(body: thing) },
        { _ = try await $0.textEnum(body: "on") }, { try await $0.multipartFile(body: .init(file: file)) },
        { try await $0.multipartFieldsOnly(body: .init(user: "u", password: "p")) },
        { try await $0.multipartFiles(body: .init(requiredFiles: [])) },
        { try await $0.multipartParts(body: .init(text: "t", thing: thing)) },
        { try await $0.multipartReference(body: .init(file: file)) },
        { try await $0.multipartEncodings(body: .init(photo: photo, thing: thing)) },
        { try await $0.multipartOptional() }, { _ = try await $0.together(id: "i", body: .init(file: file)) },
    ]
}
