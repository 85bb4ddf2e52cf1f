import Foundation
import IyzicoMassPayout
import KurusRuntime
import Testing

@Suite struct IYZWSv2Tests {
    @Test(arguments: KnownSignature.asserted + KnownSignature.made)
    func givesTheKnownAnswers(known: KnownSignature) {
        let signature = IYZWSv2.signature(
            secretKey: known.secretKey, randomKey: known.randomKey, path: known.path, body: Array(known.body.utf8))
        let authorization = IYZWSv2.Authorization(
            apiKey: known.apiKey, randomKey: known.randomKey, signature: signature)
        #expect(authorization.fieldValue == "IYZWSv2 \(known.credentials)")
    }

    @Test(arguments: KnownSignature.asserted + KnownSignature.made)
    func readsAndVerifiesTheKnownAnswers(known: KnownSignature) throws {
        let read = try #require(IYZWSv2.Authorization(fieldValue: "IYZWSv2 \(known.credentials)"))
        #expect(read.apiKey == known.apiKey)
        #expect(read.randomKey == known.randomKey)
        let body = Array(known.body.utf8)
        #expect(read.isValid(secretKey: known.secretKey, path: known.path, body: body))
        #expect(!read.isValid(secretKey: known.secretKey + "x", path: known.path, body: body))
        #expect(!read.isValid(secretKey: known.secretKey, path: known.path + "x", body: body))
        #expect(!read.isValid(secretKey: known.secretKey, path: known.path, body: body + [0x20]))
    }

    @Test(arguments: [
        "", "IYZWSv2", "IYZWSv2 ", "iyzwsv2 YXBpS2V5", "Basic YXBpS2V5", "IYZWSv2  YXBpS2V5OmEmcmFuZG9tS2V5OmImc2ln",
        "IYZWSv2 *", "IYZWSv2 \(base64("apiKey:a&randomKey:b"))",
        "IYZWSv2 \(base64("randomKey:b&apiKey:a&signature:c"))",
        "IYZWSv2 \(base64("apiKey:a&randomKey:b&signature:c&d:e"))",
    ])
    func refusesOtherFields(fieldValue: String) {
        #expect(IYZWSv2.Authorization(fieldValue: fieldValue) == nil)
    }

    @Test(arguments: [
        ("/v1/a?locale=tr", "/v1/a"), ("/v1/a", "/v1/a"), ("/?a?b", "/"), ("/v1/%C3%BC%2F/", "/v1/%C3%BC%2F/"),
    ])
    func signsThePathAsItIsWritten(target: String, path: String) {
        #expect(IYZWSv2.path(of: target) == path)
    }

    private static func base64(_ text: String) -> String { Data(text.utf8).base64EncodedString() }
}
