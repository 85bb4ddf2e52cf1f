import SpecDiff

extension VerdictRow {
    private static let states = #""enum": ["PENDING", "SETTLED", "FAILED"]"#
    private static let switches = """
        func use(_ state: State) -> Int {
            switch state {
            case .pending: 1
            case .settled, .failed: 2
            case .unrecognized: 3
            @unknown default: 4
            }
        }
        """

    static let enums: [VerdictRow] = [
        VerdictRow(
            "a value is new", .warning, [(states, #""enum": ["PENDING", "SETTLED", "FAILED", "REFUSED"]"#)], switches,
            others: [
                .user(
                    .compiles,
                    #"func use(_ state: State) -> Bool { if case .unrecognized("REFUSED") = state { true } else { false } }"#
                ),
                .user(
                    .compiles,
                    "func use(_ state: State) -> Int { switch state { case .pending: 1 default: 2 } }"),
            ]),
        VerdictRow(
            "a value is gone", .breaking, [(states, #""enum": ["PENDING", "SETTLED"]"#)],
            "func use(_ state: State) -> Bool { state == .failed }"),
        VerdictRow(
            "a value is deprecated", .warning, [(states, states + #", "x-kurus-deprecated": ["FAILED"]"#)],
            "func use() -> State { .failed }"),
        VerdictRow(
            "a value is spelled otherwise", .warning, [(states, #""enum": ["pending", "SETTLED", "FAILED"]"#)],
            switches, outcome: .compiles),
        VerdictRow(
            "the values stand in another order", .none, [(states, #""enum": ["FAILED", "SETTLED", "PENDING"]"#)],
            switches),
        VerdictRow(
            "a new value differs from another in a sign", .warning,
            [(#"["E/MAIL", "POST"]"#, #"["E/MAIL", "E:MAIL", "POST"]"#)], "func use() -> Route { .eMail }",
            outcome: .compiles),
        VerdictRow(
            "a new value differs from another in a hyphen", .warning,
            [(#"["E/MAIL", "POST"]"#, #"["E/MAIL", "E-MAIL", "POST"]"#)],
            """
            func use(_ route: Route) -> Int {
                switch route {
                case .eMail, .post: 1
                case .unrecognized: 2
                @unknown default: 3
                }
            }
            """),
        VerdictRow(
            "a value of an integer is new", .warning, [(#""enum": [1, 2]"#, #""enum": [1, 2, 3]"#)],
            """
            func use(_ level: Level) -> Int {
                switch level {
                case .value1, .value2: 1
                case .unrecognized(let number): number
                @unknown default: 2
                }
            }
            """),
        VerdictRow(
            "strings become integers", .breaking,
            [
                (
                    #"{"type": "string", "enum": ["PENDING", "SETTLED", "FAILED"]}"#,
                    #"{"type": "integer", "enum": [1, 2]}"#
                )
            ],
            #"func use() -> State { State(rawValue: "PENDING") }"#),
        VerdictRow(
            "an enumeration becomes a string", .breaking,
            [(#"{"type": "string", \#(states)}"#, #"{"type": "string"}"#)],
            switches),
        VerdictRow(
            "a value of a nested enumeration is new", .warning,
            [(#"["WEB", "BRANCH"]"#, #"["WEB", "BRANCH", "PHONE"]"#)],
            """
            func use(_ channel: Transfer.Channel) -> Int {
                switch channel {
                case .web, .branch: 1
                case .unrecognized: 2
                @unknown default: 3
                }
            }
            """),
        VerdictRow(
            "an alternative is new", .warning,
            [
                (
                    ##"{"$ref": "#/components/schemas/Card"}]"##,
                    ##"{"$ref": "#/components/schemas/Card"}, {"$ref": "#/components/schemas/Limits"}]"##
                )
            ],
            """
            func use(_ source: Source) -> String {
                switch source {
                case .account(let account): account.iban
                case .card(let card): card.number
                case .unrecognized: ""
                @unknown default: ""
                }
            }
            """),
        VerdictRow(
            "an alternative is gone", .breaking,
            [
                (
                    ##""oneOf": [{"$ref": "#/components/schemas/Account"}, {"$ref": "#/components/schemas/Card"}]"##,
                    ##""oneOf": [{"$ref": "#/components/schemas/Account"}, {"$ref": "#/components/schemas/Limits"}]"##
                )
            ], "func use(_ card: Card) -> Source { .card(card) }"),
    ]
}
