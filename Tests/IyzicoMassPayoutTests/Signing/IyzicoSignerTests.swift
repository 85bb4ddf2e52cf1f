import Foundation
import IyzicoMassPayout
import KurusRuntime
import SecretSearch
import Testing

@Suite struct IyzicoSignerTests {
    @Test(arguments: KnownSignature.made)
    func signsExactlyTheBytesThatAreSent(known: KnownSignature) throws {
        var request = try request(known)
        try signer(known).sign(&request, security: [])
        #expect(request.fields["Authorization"] == "IYZWSv2 \(known.credentials)")
        #expect(request.fields["x-iyzi-rnd"] == known.randomKey)
        #expect(request.fields["x-iyzi-client-version"] == IyzicoSigner.clientVersion)
        #expect(request.fields["Accept"] == "application/json")
        #expect(request.fields["Content-Type"] == "application/json")
        #expect(request.body == (known.body.isEmpty ? nil : Array(known.body.utf8)))
    }

    @Test func keepsTheFieldsThatARequestHas() throws {
        var request = try request(KnownSignature.made[0])
        request.fields = ["Content-Type": "application/json; charset=utf-8", "accept": "text/plain"]
        try signer(KnownSignature.made[0]).sign(&request, security: [])
        #expect(request.fields.values(of: "Content-Type") == ["application/json; charset=utf-8"])
        #expect(request.fields.values(of: "Accept") == ["text/plain"])
    }

    @Test func everyAttemptHasANewRandomKey() throws {
        let known = KnownSignature.made[0]
        let credentials = try IyzicoCredentials(apiKey: known.apiKey, secretKey: known.secretKey)
        let signer = IyzicoSigner(credentials)
        var fields: Set<String> = []
        for _ in 0..<3 {
            var request = try request(known)
            try signer.sign(&request, security: [])
            let randomKey = try #require(request.fields["x-iyzi-rnd"])
            #expect(randomKey.utf8.count == 32 && randomKey.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
            fields.insert(try #require(request.fields["Authorization"]))
        }
        #expect(fields.count == 3)
    }

    @Test func signingAgainReplacesTheFields() throws {
        var request = try request(KnownSignature.made[0])
        let signer = try signer(KnownSignature.made[0])
        try signer.sign(&request, security: [])
        let once = request
        try signer.sign(&request, security: [])
        #expect(request == once)
    }

    @Test(arguments: [
        (true, "https://sandbox-api.iyzipay.com", true), (true, "https://SANDBOX-API.iyzipay.com", true),
        (true, "https://api.iyzipay.com", false), (true, "https://example.com", false),
        (true, "https://sandbox-api.iyzipay.com.example.com", false), (true, "http://127.0.0.1:8080", true),
        (true, "http://127.9.9.9", true), (true, "http://localhost:1", true), (true, "http://[::1]:1", true),
        (true, "http://127.0.0.1.example.com", false), (true, "http://127.0.0.01", false),
        (true, "http://localhost.example.com", false), (true, "http://127.0.0", false),
        (true, "http://128.0.0.1", false),
        (true, "https://a@sandbox-api.iyzipay.com@api.iyzipay.com", false),
        (false, "https://api.iyzipay.com", true), (false, "https://example.com", true),
        (false, "https://sandbox-api.iyzipay.com", false), (false, "https://Sandbox-API.iyzipay.com:443", false),
        (false, "http://localhost", true),
    ])
    func keysGoToTheirHosts(isSandbox: Bool, server: String, isAllowed: Bool) throws {
        let prefix = isSandbox ? "sandbox-" : ""
        let credentials = try IyzicoCredentials(apiKey: prefix + "planted", secretKey: prefix + "planted2")
        // Text that Foundation cannot parse as a URL is never sent.
        guard let url = URL(string: server + "/v1/x") else { return }
        var request = HTTPRequest(method: .get, url: url)
        let before = request
        if isAllowed {
            try IyzicoSigner(credentials).sign(&request, security: [])
        } else {
            let error = #expect(throws: KeyHostMismatch.self) {
                try IyzicoSigner(credentials).sign(&request, security: [])
            }
            #expect(error?.isSandbox == isSandbox)
            #expect(error.map { "\($0)" }?.contains("planted") == false)
            #expect(request == before)
            try IyzicoSigner(credentials, hosts: .any).sign(&request, security: [])
        }
        #expect(request.fields["Authorization"] != nil)
    }

    @Test func printsNoKey() throws {
        let signer = try signer(KnownSignature.made[0])
        for form in texts(of: signer) { #expect(!form.contains("test"), "\(form)") }
        #expect("\(signer)" == "IyzicoSigner(sandbox key 3579c8192da8)")
    }

    private func signer(_ known: KnownSignature) throws -> IyzicoSigner {
        let credentials = try IyzicoCredentials(apiKey: known.apiKey, secretKey: known.secretKey)
        return IyzicoSigner(credentials, randomKey: { known.randomKey })
    }

    private func request(_ known: KnownSignature) throws -> HTTPRequest {
        let url = try #require(URL(string: "https://sandbox-api.iyzipay.com\(known.path)\(known.query)"))
        return HTTPRequest(method: .post, url: url, body: known.body.isEmpty ? nil : Array(known.body.utf8))
    }
}
