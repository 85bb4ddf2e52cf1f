import SpecDiff

extension VerdictRow {
    private static let note = #""note": {"type": "string"},"#
    private static let readsNote = "func use(_ transfer: Transfer) -> Int { transfer.note?.count ?? 0 }"

    static let properties: [VerdictRow] = [
        VerdictRow("an optional property is gone", .breaking, [(note, "")], readsNote),
        VerdictRow(
            "a required property is gone", .breaking,
            [
                (
                    #""required": ["value", "currency"], "properties": {"value": {"type": "decimal"}, "currency": {"type": "string"}}"#,
                    #""required": ["value"], "properties": {"value": {"type": "decimal"}}"#
                )
            ], #"func use() -> Amount { Amount(value: 1, currency: "TRY") }"#),
        VerdictRow(
            "an optional property becomes required: who reads it", .breaking,
            [(#"["amount", "state", "memo"]"#, #"["amount", "state", "memo", "note"]"#)], readsNote),
        VerdictRow(
            "an optional property becomes required: who leaves it out", .breaking,
            [(#""required": ["items"]"#, #""required": ["items", "total"]"#)],
            "func use() -> TransferPage { TransferPage(items: []) }"),
        VerdictRow(
            "a required property becomes optional", .breaking,
            [(#""required": ["value", "currency"]"#, #""required": ["value"]"#)],
            "func use(_ amount: Amount) -> Int { amount.currency.count }",
            others: [.user(.compiles, #"func use() -> Amount { Amount(value: 1, currency: "TRY") }"#)]),
        VerdictRow(
            "an optional property becomes nullable", .breaking,
            [(note, #""note": {"type": "string", "nullable": true},"#)], readsNote),
        VerdictRow(
            "an optional property is no longer nullable", .breaking,
            [(#""reference": {"type": "string", "nullable": true}"#, #""reference": {"type": "string"}"#)],
            "func use(_ transfer: Transfer) -> Int { transfer.reference.value?.count ?? 0 }"),
        VerdictRow(
            "a required property is no longer nullable", .breaking,
            [(#""memo": {"type": "string", "nullable": true}"#, #""memo": {"type": "string"}"#)],
            "func use(_ transfer: Transfer) -> Int { transfer.memo?.count ?? 0 }"),
        VerdictRow(
            "a string becomes a number", .breaking, [(note, #""note": {"type": "integer"},"#)], readsNote),
        VerdictRow(
            "a Double becomes a Decimal", .breaking,
            [(#"{"type": "number", "format": "double"}"#, #"{"type": "number"}"#)],
            "func use(_ transfer: Transfer) -> Double? { transfer.rate }"),
        VerdictRow(
            "an Int becomes an Int64", .breaking,
            [(#""total": {"type": "integer"}"#, #""total": {"type": "integer", "format": "int64"}"#)],
            "func use(_ page: TransferPage) -> Int { page.total ?? page.items.count }"),
        VerdictRow(
            "a decimal is written as a string", .none,
            [(#""value": {"type": "decimal"}"#, #""value": {"type": "string", "format": "decimal"}"#)],
            #"func use(_ amount: Amount) -> Amount { Amount(value: amount.value, currency: "TRY") }"#),
        VerdictRow(
            "a string gets values", .breaking,
            [(#""currency": {"type": "string"}"#, #""currency": {"type": "string", "enum": ["TRY", "EUR"]}"#)],
            "func use(_ amount: Amount) -> Int { amount.currency.count }"),
        VerdictRow(
            "a limit is set", .none,
            [(note, #""note": {"type": "string", "maxLength": 12, "description": "Short"},"#)],
            "func use(_ transfer: Transfer) -> Int { transfer.note?.count ?? 0 }"),
        VerdictRow(
            "a property is deprecated", .none, [(note, #""note": {"type": "string", "deprecated": true},"#)],
            readsNote),
        VerdictRow(
            "an optional property is new", .info,
            [(note, note + #""extra": {"type": "string"},"#)],
            "func use(_ amount: Amount) -> Transfer { Transfer(amount: amount, state: .pending, note: nil, memo: nil) }"
        ),
        VerdictRow(
            "a required property is new", .breaking,
            [
                (note, note + #""extra": {"type": "string"},"#),
                (#"["amount", "state", "memo"]"#, #"["amount", "state", "memo", "extra"]"#),
            ],
            "func use(_ amount: Amount) -> Transfer { Transfer(amount: amount, state: .pending, note: nil, memo: nil) }"
        ),
        VerdictRow(
            "the properties stand in another order", .breaking,
            [
                (
                    #""value": {"type": "decimal"}, "currency": {"type": "string"}"#,
                    #""currency": {"type": "string"}, "value": {"type": "decimal"}"#
                )
            ], #"func use() -> Amount { Amount(value: 1, currency: "TRY") }"#),
        VerdictRow(
            "a property of the same Swift name is another member", .warning,
            [(#""place/code""#, #""place.code""#)],
            "func use(_ metadata: Metadata) -> String? { metadata.placeCode }", outcome: .compiles),
        VerdictRow(
            "a new property differs from another in a sign", .info,
            [
                (
                    #""place/code": {"type": "string"}"#,
                    #""place/code": {"type": "string"}, "place:code": {"type": "string"}"#
                )
            ],
            "func use(_ metadata: Metadata) -> String? { metadata.placeCode }"),
        VerdictRow(
            "a property with a type of its own is gone", .breaking,
            [(#""channel": {"type": "string", "enum": ["WEB", "BRANCH"]}, "#, "")],
            "func use(_ channel: Transfer.Channel) -> String { channel.rawValue }"),
        VerdictRow(
            "a property becomes sensitive", .warning,
            [(#""number": {"type": "string"}"#, #""number": {"type": "string", "x-kurus-sensitive": true}"#)],
            #"func use(_ card: Card) -> String { "\(card) \(card.number)" }"#, outcome: .compiles),
        VerdictRow(
            "a property gets a format that is masked", .warning,
            [(note, #""note": {"type": "string", "format": "password"},"#)], readsNote, outcome: .compiles),
        VerdictRow(
            "other members are of another type", .breaking,
            [(#""additionalProperties": {"type": "string"}"#, #""additionalProperties": {"type": "integer"}"#)],
            #"func use(_ metadata: Metadata) -> String? { metadata.additionalProperties["a"] }"#),
        VerdictRow(
            "other members are not declared any more", .breaking,
            [(#", "additionalProperties": {"type": "string"}"#, "")],
            #"func use(_ metadata: Metadata) -> String? { metadata.additionalProperties["a"] }"#),
        VerdictRow(
            "other members are declared", .info,
            [
                (
                    #""most": {"type": "string"}}"#,
                    #""most": {"type": "string"}}, "additionalProperties": {"type": "string"}"#
                )
            ],
            #"func use() -> Limits { Limits(least: "1") }"#),
        VerdictRow(
            "a type is spelled out where its alias stood", .none,
            [
                (
                    ##""labels": {"$ref": "#/components/schemas/Tags"}"##,
                    #""labels": {"type": "array", "items": {"type": "string"}}"#
                )
            ],
            "func use(_ transfer: Transfer, _ tags: Tags) -> Bool { transfer.labels == tags }"),
        VerdictRow(
            "null becomes a value of a component", .breaking,
            [(#""Tags": {"type": "array","#, #""Tags": {"nullable": true, "type": "array","#)],
            "func use(_ transfer: Transfer) -> [String]? { transfer.labels }"),
    ]

    static let initializers: [VerdictRow] = [
        VerdictRow(
            "a property that may be null may be left out instead", .info,
            [
                (#"["amount", "state", "memo"]"#, #"["amount", "state"]"#),
                (#""memo": {"type": "string", "nullable": true}"#, #""memo": {"type": "string"}"#),
            ], "func use(_ amount: Amount) -> Transfer { Transfer(amount: amount, state: .pending, memo: nil) }"),
        VerdictRow(
            "an optional property is required, and may be null", .breaking,
            [
                (note, #""note": {"type": "string", "nullable": true},"#),
                (#"["amount", "state", "memo"]"#, #"["amount", "state", "memo", "note"]"#),
            ], "func use(_ amount: Amount) -> Transfer { Transfer(amount: amount, state: .pending, memo: nil) }"),
        VerdictRow(
            "no alternative is required any more", .info,
            [
                (#""name": {"type": "string"}},"#, #""name": {"type": "string"}}"#),
                (#""anyOf": [{"required": ["iban"]}, {"required": ["phone"]}]"#, ""),
            ],
            #"func use() -> [Recipient] { [Recipient(iban: "TR"), Recipient(iban: "TR", phone: "5", name: "A"), Recipient(phone: "5")] }"#
        ),
        VerdictRow(
            "alternatives are required", .breaking,
            [
                (
                    #""Limits": {"type": "object","#,
                    #""Limits": {"type": "object", "anyOf": [{"required": ["least"]}, {"required": ["most"]}],"#
                )
            ],
            "func use() -> Limits { Limits() }"),
        VerdictRow(
            "another alternative is enough", .info,
            [(#"{"required": ["phone"]}]"#, #"{"required": ["phone"]}, {"required": ["name"]}]"#)],
            #"func use() -> [Recipient] { [Recipient(iban: "TR", name: "A"), Recipient(phone: "5")] }"#),
        VerdictRow(
            "an alternative is not enough any more", .breaking,
            [(#", {"required": ["phone"]}]"#, "]")], #"func use() -> Recipient { Recipient(phone: "5") }"#),
        VerdictRow(
            "alternatives exclude each other", .breaking,
            [(#""anyOf": [{"required": ["iban"]}"#, #""oneOf": [{"required": ["iban"]}"#)],
            #"func use() -> Recipient { Recipient(iban: "TR", phone: "5") }"#),
    ]
}
