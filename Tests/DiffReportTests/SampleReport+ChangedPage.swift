import DiffReport
import SourceText
import SpecDiagnostics
@testable import SpecDiff

extension SampleReport {
    /// Changes of every level and kind.
    static func changedPageReport() throws -> APIComparison {
        let pages = try SamplePages()
        return APIComparison(
            changes: [
                try effect(pages), try amount(pages), try required(pages), try removed(pages), try status(pages),
                try length(pages), try recipientType(pages), try locale(pages), try title(pages),
            ],
            prose: try prose(pages), samples: [try sample(pages)], baseVersion: "1.0.0", revisionVersion: "1.0.1",
            module: "IyzicoMassPayoutAPI")
    }

    private static func effect(_ pages: SamplePages) throws -> Change {
        let operation = "/paths/~1v1~1mass~1payout~1init/post"
        var change = Change(
            rule: "operation-effect-changed", wire: .warning, subject: "operation `POST /v1/mass/payout/init`",
            message: "The effect of `POST /v1/mass/payout/init` changed: it now moves money", was: "prepare",
            now: "commit", base: try pages.base("\"/v1/mass/payout/init\":{▲\"post\"", in: operation),
            revision: try pages.revision("\"x-kurus-effect\":▲\"commit\"", in: operation))
        change.operations = ["POST /v1/mass/payout/init"]
        change.isUrgent = true
        change.notes = ["A request whose outcome is unknown is never sent again by itself"]
        return change
    }

    private static func amount(_ pages: SamplePages) throws -> Change {
        let pointer = "/components/schemas/Amount/properties/value"
        var change = Change(
            rule: "request-property-type-changed", wire: .breaking, direction: .request,
            subject: "property `value` of `Amount`",
            message: "The type of the request property `value` of `Amount` changed", was: "decimal", now: "string",
            base: try pages.base("\"value\":{\"type\":▲\"decimal\"", in: pointer),
            revision: try pages.revision("\"value\":{\"type\":▲\"string\"", in: pointer))
        change.source = .breaking
        change.operations = (1...15).map { "POST /v\($0)/mass/payout/init" }
        change.declarations = [
            DeclarationChange(
                name: "Amount.value", level: .breaking, was: "var value: Decimal", now: "var value: String",
                effect: "Code that reads or sets it as a `Decimal` does not compile",
                base: change.base?.location, revision: change.revision?.location),
            DeclarationChange(
                name: "Amount.init(value:currency:)", level: .breaking,
                was: "init(value: Decimal, currency: String)", now: "init(value: String, currency: String)",
                effect: "Calls that pass a `Decimal` do not compile", base: change.base?.location,
                revision: change.revision?.location),
        ]
        return change
    }

    private static func required(_ pages: SamplePages) throws -> Change {
        let pointer = "/components/schemas/MassPayoutInitializeRequest"
        var change = Change(
            rule: "request-property-became-required", wire: .breaking, direction: .request,
            subject: "property `purpose` of `MassPayoutInitializeRequest`",
            message: "The request property `purpose` of `MassPayoutInitializeRequest` became required",
            was: "optional", now: "required",
            base: try pages.base("▲\"purpose\":{", in: pointer + "/properties/purpose"),
            revision: try pages.revision("\"items\",▲\"purpose\"]", in: pointer + "/properties/purpose"))
        change.source = .breaking
        change.operations = ["POST /v1/mass/payout/init"]
        change.declarations = [
            DeclarationChange(
                name: "MassPayoutInitializeRequest.init(externalId:conversationId:purpose:items:)", level: .breaking,
                was: "init(externalId: String, conversationId: String, purpose: Purpose? = nil, items: "
                    + "[MassPayoutItem])",
                now: "init(externalId: String, conversationId: String, purpose: Purpose, items: [MassPayoutItem], "
                    + "authorize: Bool? = nil)",
                effect: "Calls without `purpose` do not compile", base: nil, revision: change.revision?.location)
        ]
        return change
    }

    private static func removed(_ pages: SamplePages) throws -> Change {
        let pointer = "/components/schemas/MassPayoutInitializeResponse/properties/locale"
        var change = Change(
            rule: "response-optional-property-removed", wire: .warning, direction: .response,
            subject: "property `locale` of `MassPayoutInitializeResponse`",
            message: "The optional response property `locale` of `MassPayoutInitializeResponse` was removed",
            was: "string", base: try pages.base("▲\"locale\":{\"type\":\"string\"}", in: pointer), revision: nil)
        change.source = .breaking
        change.operations = ["POST /v1/mass/payout/init"]
        change.declarations = [
            DeclarationChange(
                name: "MassPayoutInitializeResponse.locale", level: .breaking, was: "var locale: String?", now: nil,
                effect: "Code that uses it does not compile", base: change.base?.location, revision: nil)
        ]
        return change
    }

    private static func status(_ pages: SamplePages) throws -> Change {
        let pointer = "/components/schemas/MassPayoutInitializeResponse/properties/status"
        var change = Change(
            rule: "response-property-enum-value-added", wire: .info, direction: .response,
            subject: "property `status` of `MassPayoutInitializeResponse`",
            message: "The value `pending` was added to the enum of the response property `status` of "
                + "`MassPayoutInitializeResponse`",
            now: "pending",
            base: try pages.base("\"properties\":{\"status\":{\"type\":\"string\",▲\"enum\"", in: pointer),
            revision: try pages.revision("\"failure\",▲\"pending\"", in: pointer))
        change.source = .warning
        change.operations = ["POST /v1/mass/payout/init", "GET /v1/mass/payout"]
        change.declarations = [
            DeclarationChange(
                name: "MassPayoutInitializeResponse.Status.pending", level: .warning, was: nil, now: "case pending",
                effect: "A `switch` over it without `@unknown default` warns", base: nil,
                revision: change.revision?.location)
        ]
        change.notes = ["Code that matched `.unrecognized(\"pending\")` stops matching: the value has a case now"]
        return change
    }

    private static func length(_ pages: SamplePages) throws -> Change {
        let pointer = "/components/schemas/MassPayoutItem/properties/recipientName"
        var change = Change(
            rule: "request-property-max-length-set", wire: .warning, direction: .request,
            subject: "property `recipientName` of `MassPayoutItem`",
            message: "The request property `recipientName` of `MassPayoutItem` got a greatest length", now: "64",
            base: try pages.base("▲\"recipientName\":{", in: pointer),
            revision: try pages.revision("\"maxLength\":▲64", in: pointer))
        change.operations = ["POST /v1/mass/payout/init"]
        return change
    }

    private static func recipientType(_ pages: SamplePages) throws -> Change {
        let pointer = "/components/schemas/MassPayoutItem/properties/recipientType"
        var change = Change(
            rule: "request-property-enum-value-added", wire: .info, direction: .request,
            subject: "property `recipientType` of `MassPayoutItem`",
            message: "The value `WALLET` was added to the enum of the request property `recipientType` of "
                + "`MassPayoutItem`",
            now: "WALLET", base: try pages.base("\"MEMBER_ID▲\"]", in: pointer),
            revision: try pages.revision("\"MEMBER_ID\",▲\"WALLET\"", in: pointer))
        change.operations = ["POST /v1/mass/payout/init"]
        return change
    }

    private static func locale(_ pages: SamplePages) throws -> Change {
        let pointer = "/components/parameters/LocaleQuery"
        var change = Change(
            rule: "request-parameter-became-optional", wire: .info, direction: .request,
            subject: "query parameter `locale`", message: "The query parameter `locale` became optional",
            was: "required", now: "optional",
            base: try pages.base("\"in\":\"query\",\"required\":▲true", in: pointer),
            revision: try pages.revision("\"in\":\"query\",\"required\":▲false", in: pointer))
        change.operations = ["POST /v1/mass/payout/init"]
        change.source = .breaking
        change.accepted = Acceptance(
            reason: "Sözleşme 2026/14: nobody has called it without a locale", expires: "2027-01-31",
            location: SourceLocation(file: SourceFile(path: "accepted.json", bytes: Array("{}".utf8)), offset: 0))
        return change
    }

    private static func title(_ pages: SamplePages) throws -> Change {
        Change(
            rule: "api-version-changed", wire: .none, subject: "the document",
            message: "The version of the API changed", was: "1.0.0", now: "1.0.1",
            base: try pages.base("\"version\":▲\"1.0.0\"", in: "/info/version"),
            revision: try pages.revision("\"version\":▲\"1.0.1\"", in: "/info/version"))
    }

    private static func sample(_ pages: SamplePages) throws -> SampleFinding {
        SampleFinding(
            location: try pages.revision("| ▲INVALID     |", in: "").location, since: .revision,
            message: "`amount.value` must be a string; found a number")
    }

    private static func prose(_ pages: SamplePages) throws -> [ProseChange] {
        [
            ProseChange(
                subject: "the page's text below \"Initialize a Mass Payout\"",
                was: "Registers a payout with its items and answers with the `requestId` by which it is authorized, "
                    + "cancelled and\nretrieved. No money moves until it is authorized.",
                now: "Registers a payout with its items and answers with the `requestId` by which it is authorized, "
                    + "cancelled and\nretrieved. Money moves at once where `authorize` is true; iyzico'nun onayı "
                    + "beklenmez.",
                base: try pages.base("> ▲Registers a payout", in: "").location,
                revision: try pages.revision("> ▲Registers a payout", in: "").location),
            ProseChange(
                subject: "description of property `errorMessage` of `MassPayoutInvalidItem`", was: nil,
                now: "Hata mesajı: geçersiz öğenin neden kabul edilmediğini Türkçe açıklar.", base: nil,
                revision: try pages.revision("\"description\":▲\"Hata", in: "").location),
        ]
    }

    /// Texts alone: a translation, a corrected sentence, and one that is gone.
    static func proseReport() throws -> APIComparison {
        let pages = try SamplePages()
        var prose = try prose(pages)
        prose += [
            ProseChange(
                subject: "summary of `GET /v1/mass/payout/balance`",
                was: "Displays the mass payout balance of the merchant.",
                now: "Üye iş yerinin toplu ödeme bakiyesini görüntüler.", base: nil, revision: nil),
            ProseChange(
                subject: "the page's text below \"What the page leaves open\"",
                was: "The name `MassPayoutInvalidItem` is ours.", now: nil,
                base: try pages.base("▲The name `MassPayoutInvalidItem`", in: "").location, revision: nil),
        ]
        return APIComparison(prose: prose, baseVersion: "1.0.0", revisionVersion: "1.0.1", module: "JuspayPayoutAPI")
    }
}
