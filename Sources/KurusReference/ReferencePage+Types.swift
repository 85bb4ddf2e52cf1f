import SpecDocument

extension ReferencePage {
    static let types = Self(
        topic: "types", fileName: "TypeMapping", title: "From OpenAPI to Swift",
        summary: "The Swift form of each construct of an OpenAPI document",
        parts: [
            .table(
                ReferenceTable(
                    columns: ["in the document", "in Swift"], mainColumn: 1,
                    rows: typeRows)),
            .paragraph(
                "`date-time` is a type of Kurus rather than `Date`, which would lose digits and the offset. A property "
                    + "whose name starts with a capital is lowered (`Contact` becomes `contact`), since it would hide "
                    + "the type of that name inside its own initializer. Names that collide are first spelled out, then "
                    + "take the wire's spelling, and are an error only after that: real documents have `Active` beside "
                    + "`active`."),
        ])

    /// A test generates a client from a schema for each of these rows.
    private static let typeRows = [
        ["`type: object` with properties", "a struct that reads and writes JSON directly"],
        [
            "required · required and nullable · optional · optional and nullable",
            "`T` · `T?`, written as null · `T?` · `Nullable<T>`: absent, null or a value",
        ],
        ["`additionalProperties`", "`additionalProperties: [String: T]`; without properties of its own, a dictionary"],
        ["no type at all", "`JSONValue`, with the number's text kept"],
        ["`integer`, `int32`, `int64`", "`Int`, `Int32`, `Int64`"],
        [
            "`number`, `decimal`, `format: decimal`",
            "`Decimal`, written as it was described: as a number or as a string",
        ],
        ["`float`, `double`", "`Float`, `Double`"],
        [
            "`date-time`, `date`",
            "`DateTime`, `CalendarDate`: every digit and the offset are kept; `.date` is a `Date`",
        ],
        [
            "`uuid`, `uri`, `byte`, `binary`",
            "`UUID`, `URL`, `Data` in Base64, `Data` as a body and `FilePart` in a form",
        ],
        ["`password`, `x-kurus-sensitive`", "the same type, masked in text"],
        ["`enum` of strings or integers", "an open enum; other enumerations are documented only"],
        ["`allOf`", "one struct with the properties of all"],
        [
            "`oneOf`, `anyOf`",
            "an enum with a case an alternative, and `.unrecognized` for any other value; by discriminator, else the "
                + "alternative that knows most members. `anyOf` of objects: also `.several`, with every alternative that "
                + "an object satisfies where none knows all of its members",
        ],
        [
            "a discriminator without a `mapping`",
            "selects by the alternative's name, or by the `enum` of its property where the name is not in it",
        ],
        [
            "the same beside `properties`",
            "a struct with a property for the alternatives, read from the same object",
        ],
        ["`anyOf` or `oneOf` of `required` lists", "one initializer for each way to satisfy them"],
        [
            "a discriminator inherited through `allOf`",
            "an enum of the subtypes, wherever the base is used",
        ],
        [
            "one documented success",
            "the method returns its content; several, or with headers: `Operation.Output`",
        ],
        [
            "other documented answers",
            "`Operation.Failure`, read out of `APIError.refused`: a case for each status, with its content and headers",
        ],
        [
            "content of 204, 205, 304, 1XX or an answer to HEAD",
            "none, because HTTP has none there; a warning",
        ],
        [
            "`readOnly` and `writeOnly` where requests and responses share a schema",
            "an optional property that only the one message carries; where that requires it, a request without it is not "
                + "sent, and a response without it is not read",
        ],
        [
            "`multipart/*` of an object",
            "a struct with a property for each part, in requests and answers; of anything else, its bytes",
        ],
        [
            "`deprecated`",
            "availability on operations and enum cases; elsewhere documentation, since Swift warns inside the type "
                + "itself",
        ],
        ["`type` with several words", "an enum with a case a type; `null` among them is nullability"],
        ["`const`", "an open enum of one value"],
        [
            "`contentEncoding`, `contentMediaType`",
            "Base64 is `Data`, octets are those of `binary`; any other content is a text",
        ],
        [
            "`prefixItems`",
            "an array; where the elements differ, of an enum with a case for each, whatever its position",
        ],
        ["`patternProperties`", "additional properties, of any name"],
        ["keywords beside `$ref`", "those of `allOf` with the same parts"],
        ["webhooks", "the types of their contents"],
    ]
}
