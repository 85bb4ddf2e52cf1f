import Testing

/// A request's signature that a library of iyzico made.
struct KnownSignature: Sendable, CustomTestStringConvertible {
    let name: String
    let apiKey: String
    let secretKey: String
    let randomKey: String
    /// The path as it is signed.
    let path: String
    var query = ""
    let body: String
    /// The text after the scheme in the Authorization field.
    let credentials: String

    var testDescription: String { name }
}

extension KnownSignature {
    /// Asserted by the test suites of iyzico's libraries, path and body as one text.
    static let asserted = [
        KnownSignature(
            name: "asserted 1", apiKey: "apiKey", secretKey: "secretKey", randomKey: "random",
            path: #"/v2/uri?test=true"[data\u003dvalue]""#, body: "",
            credentials: """
                YXBpS2V5OmFwaUtleSZyYW5kb21LZXk6cmFuZG9tJnNpZ25hdHVyZToxYzQwNGY3MjgyN2MyNTQxMjM0MzNlYmYxM2Y1Nzc5\
                NzVkODA1YjYxMDMzMTM5ZjIwZjVmMTNjYWI3ZWFiYjYx
                """),
        KnownSignature(
            name: "asserted 2", apiKey: "apiKey", secretKey: "secretKey", randomKey: "random",
            path: #"/v2/uri"[data\u003dvalue]""#, body: "",
            credentials: """
                YXBpS2V5OmFwaUtleSZyYW5kb21LZXk6cmFuZG9tJnNpZ25hdHVyZTphOTBlYzFhZWNkNjhlMzdjYzMwOTQyZjg1Y2U2YjBk\
                NTM0MzVhNGNhNDVlMDQ3NjliNDZlM2MzNWQ4MWJmNmZl
                """),
        KnownSignature(
            name: "asserted 3", apiKey: "apiKey", secretKey: "secretKey", randomKey: "random",
            path: "/v2/uri?test=true", body: "",
            credentials: """
                YXBpS2V5OmFwaUtleSZyYW5kb21LZXk6cmFuZG9tJnNpZ25hdHVyZTpiN2EyZjYzNGRlOWNkNTkzYWNjZDlhNTNhZjI4Zjc4\
                YjgyZWM3NmRjMjYyN2Y2NTdmNjY0M2NmNjYyYzI2Njdh
                """),
        KnownSignature(
            name: "asserted 4", apiKey: "test", secretKey: "test", randomKey: "123456789",
            path: "/v2/subscription/customers/", body: "",
            credentials: """
                YXBpS2V5OnRlc3QmcmFuZG9tS2V5OjEyMzQ1Njc4OSZzaWduYXR1cmU6NmYzODQwOTlhYWUzMjhmNzJkYWY5Y2RhYjEwNWVi\
                MzdmYjI5NjIwMjUxYzQ3YjRjNTgzZDc0OGQ5ZDBhYjc2NA==
                """),
        KnownSignature(
            name: "asserted 5", apiKey: "test", secretKey: "test", randomKey: "123456789",
            path: "/v2/subscription/initialize", body: "",
            credentials: """
                YXBpS2V5OnRlc3QmcmFuZG9tS2V5OjEyMzQ1Njc4OSZzaWduYXR1cmU6YmM0NGIyZjRkZmI4ZGY3NDE0N2IxZjUyN2ZmNjM2\
                NDQ0YzNiM2QzYTFmZjk3ZGNiMzM2NmJjMjkzZmFjZjI5OA==
                """),
        KnownSignature(
            name: "asserted 6", apiKey: "test", secretKey: "test", randomKey: "123456789",
            path: "https://api.iyzipay.com/Iyzilink/v2/Iyzilink/products/", body: "",
            credentials: """
                YXBpS2V5OnRlc3QmcmFuZG9tS2V5OjEyMzQ1Njc4OSZzaWduYXR1cmU6OGM2NzI5MGYwMGZjN2FjOGE2NDczZDQ3OGEyMmRm\
                YjY5YzgxNzFjZjc5Mzk4NDVmNzdiMWQwYjNmODQ3MGQ1MA==
                """),
        KnownSignature(
            name: "asserted 7", apiKey: "api_key", secretKey: "secret_key", randomKey: "random_string",
            path: #"uri"body""#, body: "",
            credentials: """
                YXBpS2V5OmFwaV9rZXkmcmFuZG9tS2V5OnJhbmRvbV9zdHJpbmcmc2lnbmF0dXJlOjAxNzUwODkyMWEyOWVlNTYwMWJjZDFm\
                YmU4M2VmZDJlMmJlNDNhZjAyZWNlZmYzMGNmMmU5MWE1MzlhYWIzNTU=
                """),
    ]

    /// Made with iyzico's library for Python, requests of mass payout.
    static let made = [
        KnownSignature(
            name: "balance", apiKey: "sandbox-test-api-key", secretKey: "sandbox-test-secret-key",
            randomKey: "123456789",
            path: "/v1/mass/payout/balance", query: "",
            body: "",
            credentials: """
                YXBpS2V5OnNhbmRib3gtdGVzdC1hcGkta2V5JnJhbmRvbUtleToxMjM0NTY3ODkmc2lnbmF0dXJlOjE2YTljYjNlMzgzYjM3\
                YWYzMTVjYmFlNDVkMjdlNjg3ZWE5NWQyOWYyMjlhNWE5MDU3NjdjOGJiMmE2NGJhZTQ=
                """),
        KnownSignature(
            name: "balance with a query", apiKey: "sandbox-test-api-key", secretKey: "sandbox-test-secret-key",
            randomKey: "123456789",
            path: "/v1/mass/payout/balance", query: "?locale=tr",
            body: "",
            credentials: """
                YXBpS2V5OnNhbmRib3gtdGVzdC1hcGkta2V5JnJhbmRvbUtleToxMjM0NTY3ODkmc2lnbmF0dXJlOjE2YTljYjNlMzgzYjM3\
                YWYzMTVjYmFlNDVkMjdlNjg3ZWE5NWQyOWYyMjlhNWE5MDU3NjdjOGJiMmE2NGJhZTQ=
                """),
        KnownSignature(
            name: "authorize", apiKey: "sandbox-test-api-key", secretKey: "sandbox-test-secret-key",
            randomKey: "1722246017090123456789",
            path: "/v1/mass/payout/auth", query: "?locale=tr",
            body: #"{"requestId":"79cdefc1-3ce6-4f51-bdd9-0c050274db64"}"#,
            credentials: """
                YXBpS2V5OnNhbmRib3gtdGVzdC1hcGkta2V5JnJhbmRvbUtleToxNzIyMjQ2MDE3MDkwMTIzNDU2Nzg5JnNpZ25hdHVyZTo2\
                ZTQyNDMxYzVlZGYzYmIzNTA0OWVjMDhmZmE0ZTQyY2IwNjE0OTJlYjhlYWRlMDAzOTU0Y2U5MWRjNWJmZWQx
                """),
        KnownSignature(
            name: "initialize with Turkish letters", apiKey: "sandbox-test-api-key",
            secretKey: "sandbox-test-secret-key", randomKey: "1722246017090123456789",
            path: "/v1/mass/payout/init", query: "?locale=tr",
            body: #"""
                {"externalId":"odeme-2026-08","conversationId":"hakediş-914","purpose":"SALARY","items":[{\#
                "itemExternalId":"ext-1","recipientType":"IBAN","recipientInfo":"TR33000610051978645784132\#
                6","amount":{"value":100.5,"currency":"TRY"},"description":"Ağustos maaşı","recipientName"\#
                :"Ayşe Çağlayan Öğüt İnce"}]}
                """#,
            credentials: """
                YXBpS2V5OnNhbmRib3gtdGVzdC1hcGkta2V5JnJhbmRvbUtleToxNzIyMjQ2MDE3MDkwMTIzNDU2Nzg5JnNpZ25hdHVyZTo5\
                NTgwNmU4MWJlOWNjYTYxODRiZmU5ZTFhMjVmM2M2MWMwYTdjZWI1ZTg1NjY5ZGUxZjkxNWI4ZWE4ZmNlNDhm
                """),
    ]
}
