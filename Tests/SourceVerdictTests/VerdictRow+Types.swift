import SpecDiff

extension VerdictRow {
    private static let limits =
        #""Limits": {"type": "object", "properties": {"least": {"type": "string"}, "most": {"type": "string"}}},"#

    static let types: [VerdictRow] = [
        VerdictRow(
            "a type is gone", .breaking, [(limits, "")], "func use(_ limits: Limits) -> String? { limits.least }"),
        VerdictRow(
            "a type is new", .info,
            [(limits, limits + #""Bounds": {"type": "object", "properties": {"low": {"type": "string"}}},"#)],
            "func use(_ limits: Limits) -> String? { limits.least }"),
        VerdictRow(
            "a type is renamed", .breaking,
            [
                (#""Amount": {"#, #""Money": {"#),
                (
                    ##""amount": {"$ref": "#/components/schemas/Amount"}"##,
                    ##""amount": {"$ref": "#/components/schemas/Money"}"##
                ),
            ], "func use(_ amount: Amount) -> String { amount.currency }",
            others: [.user(.compiles, "func use(_ transfer: Transfer) -> String { transfer.amount.currency }")]),
        VerdictRow(
            "a nested type becomes a component", .breaking,
            [
                (
                    #""channel": {"type": "string", "enum": ["WEB", "BRANCH"]}"#,
                    ##""channel": {"$ref": "#/components/schemas/Channel"}"##
                ),
                (limits, limits + #""Channel": {"type": "string", "enum": ["WEB", "BRANCH"]},"#),
            ], "func use() -> Transfer.Channel { .web }",
            others: [.user(.compiles, "func use(_ transfer: Transfer) -> Bool { transfer.channel == .web }")]),
        VerdictRow(
            "an alias stands for another type", .breaking,
            [
                (
                    #""Tags": {"type": "array", "items": {"type": "string"}}"#,
                    #""Tags": {"type": "array", "items": {"type": "integer"}}"#
                )
            ],
            "func use(_ tags: Tags) -> String? { tags.first }"),
        VerdictRow(
            "an alias becomes a struct", .breaking,
            [
                (
                    #""Tags": {"type": "array", "items": {"type": "string"}}"#,
                    #""Tags": {"type": "object", "properties": {"all": {"type": "string"}}}"#
                )
            ],
            "func use(_ tags: Tags) -> String? { tags.first }"),
        VerdictRow(
            "a struct becomes an enum", .breaking,
            [
                (
                    #""Limits": {"type": "object", "properties": {"least": {"type": "string"}, "most": {"type": "string"}}}"#,
                    #""Limits": {"type": "string", "enum": ["low", "high"]}"#
                )
            ],
            "func use(_ limits: Limits) -> String? { limits.least }"),
        VerdictRow(
            "a struct becomes an alias", .breaking,
            [
                (
                    #""Limits": {"type": "object", "properties": {"least": {"type": "string"}, "most": {"type": "string"}}}"#,
                    #""Limits": {"type": "object", "additionalProperties": {"type": "string"}}"#
                )
            ],
            "func use(_ limits: Limits) -> String? { limits.least }"),
        VerdictRow(
            "texts are another", .none,
            [
                (#""title": "Transfers""#, #""title": "Payments""#),
                (#""description": "No such page""#, #""description": "None""#),
            ],
            "func use(_ limits: Limits) -> String? { limits.least }", others: [.double(.compiles)]),
    ]

    private static let sandbox = "func use() -> APIServer { SampleClient.sandboxExampleCom }"

    static let servers: [VerdictRow] = [
        VerdictRow(
            "a server is gone", .breaking,
            [(#"{"url": "https://sandbox.example.com", "description": "Sandbox"}, "#, "")], sandbox),
        VerdictRow(
            "a server is new", .info,
            [(#""servers": ["#, #""servers": [{"url": "https://test.example.com"}, "#)], sandbox),
        VerdictRow(
            "a server has another host", .breaking, [("https://sandbox.example.com", "https://sandbox.example.org")],
            sandbox),
        VerdictRow(
            "a server has another path", .warning, [("https://sandbox.example.com", "https://sandbox.example.com/v2")],
            sandbox, outcome: .compiles),
        VerdictRow(
            "a server is described differently", .none,
            [(#""description": "Sandbox""#, #""description": "Playground""#)],
            sandbox),
        VerdictRow(
            "a server gets variables", .breaking,
            [
                (
                    #"{"url": "https://sandbox.example.com","#,
                    #"{"url": "https://sandbox.example.com/{v}", "variables": {"v": {"default": "v1"}},"#
                )
            ], sandbox),
        VerdictRow(
            "a server's variable has another default", .warning, [(#""default": "eu""#, #""default": "us""#)],
            "func use() -> APIServer { SampleClient.regionExampleCom() }", outcome: .compiles),
        VerdictRow(
            "a server's variable is gone", .breaking,
            [
                ("https://{region}.example.com:{port}", "https://{region}.example.com"),
                (#", "port": {"default": "443"}"#, ""),
            ], #"func use() -> APIServer { SampleClient.regionExampleCom(region: "eu", port: "8443") }"#),
        VerdictRow(
            "a server has another variable", .warning,
            [
                ("https://{region}.example.com:{port}", "https://{region}.example.com:{port}/{v}"),
                (#", "port": {"default": "443"}"#, #", "port": {"default": "443"}, "v": {"default": "v1"}"#),
            ], #"func use() -> APIServer { SampleClient.regionExampleCom(region: "eu", port: "8443") }"#,
            outcome: .compiles),
    ]
}
