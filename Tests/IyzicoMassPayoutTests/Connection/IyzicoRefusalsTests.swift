import IyzicoMassPayout
import KurusRuntime
import SecretSearch
import Testing

@Suite struct IyzicoRefusalsTests {
    @Test(
        arguments: [
            (#"{"status":"success"}"#, .answer),
            (#"{"systemTime":1,"status":"success","x":{"status":"failure"}}"#, .answer),
            (#"{"status":"failure","errorCode":"1000"}"#, .refusal), (#"{"errorCode":1,"status":"failure"}"#, .refusal),
            (#" {"s\u0074atus":"failure"} "#, .refusal),
            (#"{"status":"failure","status":"success"}"#, .unclear), (#"{"status":"failure""#, .unclear),
            (#"{"status":"failure"}x"#, .unclear), (#"{"status":"Failure"}"#, .unclear),
            (#"{"status":null}"#, .unclear),
            (#"{"status":{"status":"failure"}}"#, .unclear), (#"{"data":{"status":"failure"}}"#, .unclear),
            (#"["status","failure"]"#, .unclear), (#""failure""#, .unclear), ("", .unclear), ("{}", .unclear),
            ("<html>failure</html>", .unclear), ("{\"status\":\"failure\",\"a\":\"\u{1}\"}", .unclear),
        ] as [(String, ResponseMeaning)])
    func bodysStatusDecides(body: String, meaning: ResponseMeaning) {
        for status in [200, 204, 302, 400, 401, 404, 408, 422, 429, 500, 503] {
            let response = HTTPResponse(status: status, body: Array(body.utf8))
            #expect(IyzicoRefusals().meaning(of: response) == meaning, "\(status)")
        }
    }

    @Test func invalidUTF8IsUnclear() {
        let body = Array(#"{"status":"failure","errorMessage":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        #expect(IyzicoRefusals().meaning(of: HTTPResponse(status: 200, body: body)) == .unclear)
    }

    @Test(arguments: [
        (#"{"status":"failure","errorCode":"1000","errorMessage":"m","errorGroup":"g"}"#, "1000", "m", "g"),
        (#"{"status":"failure","errorCode":50000}"#, "50000", nil, nil),
        (#"{"status":"failure","errorCode":{"a":1},"errorMessage":["x"]}"#, nil, nil, nil),
        (#"{"status":"failure"}"#, nil, nil, nil),
    ])
    func readsTheEnvelope(body: String, code: String?, message: String?, group: String?) throws {
        let failure = try #require(IyzicoFailure(Refusal(status: 200, body: Array(body.utf8))))
        #expect(failure.code?.rawValue == code)
        #expect(failure.message == message)
        #expect(failure.group == group)
    }

    @Test(arguments: ["", "{}", #"{"status":"success","errorCode":"1"}"#, "[]", #"{"status":"failure""#])
    func otherContentIsNoFailure(body: String) {
        #expect(IyzicoFailure(Refusal(status: 400, body: Array(body.utf8))) == nil)
    }

    @Test func printsTheCodeAlone() {
        let failure = IyzicoFailure(
            code: .invalidSignature, message: "no TR330006100519786457841326, call 5551112233", group: "planted")
        #expect("\(failure)" == "iyzico's failure 1000 (invalid signature)")
        for form in texts(of: failure) {
            #expect(!form.contains("0006") && !form.contains("555") && !form.contains("planted"), "\(form)")
        }
        #expect("\(IyzicoFailure(code: IyzicoErrorCode(rawValue: "5551112233")))" == "iyzico's failure ‹redacted›")
    }

    @Test(arguments: [
        ("11", false), ("24", false), ("1000", true), ("1001", true), ("1007", true), ("1009", true), ("50000", true),
        ("5", false),
    ])
    func knowsWhichCodesAreAboutTheCaller(code: String, isAboutTheCaller: Bool) {
        #expect(IyzicoErrorCode(rawValue: code).isAboutTheCaller == isAboutTheCaller)
    }
}
