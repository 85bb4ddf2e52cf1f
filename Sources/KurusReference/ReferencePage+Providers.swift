extension ReferencePage {
    static let providers = Self(
        topic: "providers", fileName: "ProviderFacts", title: "Facts about the providers",
        summary: "Facts of iyzico and Juspay, and the code that handles each of them",
        parts: [
            .table(
                ReferenceTable(columns: ["fact", "where it is handled"], mainColumn: 1, rows: providerFacts)),
            .paragraph(
                "iyzico does not document, and Kurus does not assume: what a repeated externalId or authorize does, how "
                    + "an unknown payout is answered, limits of items, pages, amounts and requests, mixed currencies (a "
                    + "payout has one), and webhooks (none are read). No call to a live host was ever made."),
        ])

    /// A test looks up every name of the second column in the sources.
    private static let providerFacts = [
        [
            "Paths, methods, fields of the six operations; both languages of the pages",
            "`specs/iyzico-mass-payout`, amended by `overlay.json`",
        ],
        [
            "`conversationId` and `itemType` are required in one language only",
            "always sent: `MassPayout.conversationID`, `PageCursor`",
        ],
        [
            "Currencies are listed in one language only, purposes differ",
            "`currency` stays a string, `Purpose` is open",
        ],
        [
            "initialize may answer 400 with the items that it refuses",
            "`InitializeOperation.Failure`, `PayoutError.Kind.refused`",
        ],
        [
            "`Authorization` and `Content-Type` are described as parameters",
            "ignored as OpenAPI says; the signer and the transport set them",
        ],
        [
            "IYZWSv2: the path without its query, the body as sent, a fresh random key",
            "`IYZWSv2`, `IyzicoSigner`: signed per attempt over the bytes that are sent",
        ],
        [
            "White space in keys, sandbox keys on the live host",
            "`IyzicoCredentials`, `KeyHosts`: refused before anything is sent",
        ],
        [
            "The body's `status` decides, not the HTTP status",
            "`IyzicoRefusals`",
        ],
        [
            "Error codes come as a string or a number; those for keys and limits",
            "`MassPayoutErrorCode`, `IyzicoFailure`; step 2 never takes them for \"not there\"",
        ],
        [
            "Amounts arrive as numbers or strings, with up to eight decimals",
            "`Decimal`, read from both, every digit kept, written as a number",
        ],
        [
            "`page`, `size`, `total` are beside the items or inside them; pages start at 0",
            "overlay, `PageCursor`",
        ],
        [
            "An externalId is the payer's idempotency key",
            "`MassPayout.id`: never made up from content",
        ],
        [
            "A recipient's name is needed with an IBAN",
            "`Recipient.iban(_:name:)`",
        ],
        [
            "The pages' own IBANs fail their checksum",
            "checksums on request: `RecipientChecks`",
        ],
        [
            "init stores valid items as INIT, others as INVALID",
            "`invalidItems: .stop` or `.payTheRest`",
        ],
        [
            "auth queues items and has no way back; cancel takes INIT alone",
            "steps 5 and 6, `MassPayouts.cancel`",
        ],
        [
            "Final statuses; a mixed end has none; a FAILED item may still be refunded",
            "`ItemEnd`, `PayoutReport.isFinal`",
        ],
        [
            "Statuses and fields that only iyzico's Java client knows",
            "overlay; `requestID` out of `massPayoutRequestId` where it is there",
        ],
        [
            "The balance has no currency",
            "`BalanceReading` of `payouts` prints none; `BalanceCheck` takes it for TRY",
        ],
        [
            "Juspay: members named by account, decimals in strings, two error shapes",
            "`AccountBalances`, `JuspayFailure`",
        ],
        [
            "Juspay: Basic with an empty password; 30 minutes' cache",
            "`JuspaySigner`, `JuspayBalances`",
        ],
    ]
}
