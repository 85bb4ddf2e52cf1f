import SpecDiff

extension VerdictRow {
    private static let size = #"{"name": "size", "in": "query", "schema": {"type": "integer"}},"#
    private static let page = #"{"name": "page", "in": "query", "required": true, "schema": {"type": "integer"}},"#
    private static let lists = """
        func use(_ client: SampleClient) async throws -> TransferPage {
            try await client.listTransfers(page: 1, size: 10, state: .pending)
        }
        """
    private static let listsThrough = "_ = try await client.listTransfers(page: 1, size: 10, state: .pending)"
    private static let cancels =
        #"func use(_ client: SampleClient) async throws { try await client.cancelTransfer(id: "1") }"#

    static let operations: [VerdictRow] = [
        VerdictRow(
            "an operation is gone", .breaking,
            [
                (
                    #", "delete": {"operationId": "cancelTransfer", "x-kurus-effect": "undo", "responses": {"204": {"description": "Cancelled"}}}"#,
                    ""
                )
            ], cancels, others: [.double(.compiles)]),
        VerdictRow(
            "an operation is new", .warning,
            [
                (
                    #""/note": {"#,
                    #""/ping": {"get": {"operationId": "ping", "responses": {"204": {"description": "Here"}}}}, "/note": {"#
                )
            ], cancels, outcome: .compiles, others: [.double(.fails)]),
        VerdictRow(
            "an operation is renamed", .breaking,
            [(#""operationId": "cancelTransfer""#, #""operationId": "undoTransfer""#)],
            cancels, others: [.double(.fails)]),
        VerdictRow(
            "an operation with types of its own is renamed", .breaking,
            [(#""operationId": "listTransfers""#, #""operationId": "findTransfers""#)],
            "func use(_ refusal: Refusal) -> ListTransfersOperation.Failure { ListTransfersOperation.Failure(refusal) }"
        ),
        VerdictRow(
            "an operation is sent to another path", .warning,
            [(#""/note": {"#, #""/notes": {"#)],
            #"func use(_ client: SampleClient) async throws { _ = try await client.putNote(body: "a") }"#,
            outcome: .compiles,
            others: [.double(.compiles)]),
        VerdictRow(
            "a variable of the path is renamed", .breaking,
            [
                (
                    #""/transfers/{id}": {"parameters": [{"name": "id""#,
                    #""/transfers/{key}": {"parameters": [{"name": "key""#
                )
            ], cancels, others: [.double(.fails)]),
        VerdictRow(
            "an operation is deprecated", .warning,
            [(#""operationId": "cancelTransfer","#, #""operationId": "cancelTransfer", "deprecated": true,"#)], cancels,
            others: [.double(.compiles), .existential(.compiles, #"try await client.cancelTransfer(id: "1")"#)]),
        VerdictRow(
            "an effect is another one", .warning, [(#""x-kurus-effect": "undo""#, #""x-kurus-effect": "read""#)],
            cancels,
            outcome: .compiles, others: [.double(.compiles)]),
        VerdictRow(
            "an operation asks for another security scheme", .warning,
            [(#""operationId": "cancelTransfer","#, #""operationId": "cancelTransfer", "security": [{"key": []}],"#)],
            cancels, outcome: .compiles, others: [.double(.compiles)]),
        VerdictRow(
            "all operations ask for another security scheme", .warning,
            [(#""security": [{"basic": []}]"#, #""security": [{"key": []}]"#)],
            cancels, outcome: .compiles, others: [.double(.compiles)]),
        VerdictRow(
            "an operation has a server of its own", .breaking,
            [
                (
                    #""operationId": "cancelTransfer","#,
                    #""operationId": "cancelTransfer", "servers": [{"url": "https://undo.example.com"}],"#
                )
            ], cancels, others: [.double(.fails)]),
        VerdictRow(
            "an operation has a base path of its own", .warning,
            [
                (
                    #""operationId": "cancelTransfer","#,
                    #""operationId": "cancelTransfer", "servers": [{"url": "/undo"}],"#
                )
            ], cancels, outcome: .compiles, others: [.double(.compiles)]),
        VerdictRow(
            "an optional parameter is new", .warning,
            [(size, size + #"{"name": "sort", "in": "query", "schema": {"type": "string"}},"#)], lists,
            outcome: .compiles,
            others: [.double(.fails), .existential(.fails, listsThrough)]),
        VerdictRow(
            "a required parameter is new", .breaking,
            [(size, size + #"{"name": "sort", "in": "query", "required": true, "schema": {"type": "string"}},"#)],
            lists,
            others: [.double(.fails)]),
        VerdictRow(
            "a parameter is sent in another place", .warning,
            [(size, #"{"name": "size", "in": "header", "schema": {"type": "integer"}},"#)], lists, outcome: .compiles,
            others: [.double(.compiles)]),
        VerdictRow("a parameter is gone", .breaking, [(size, "")], lists, others: [.double(.fails)]),
        VerdictRow(
            "a parameter is of another type", .breaking,
            [(size, #"{"name": "size", "in": "query", "schema": {"type": "string"}},"#)], lists,
            others: [.double(.fails)]),
        VerdictRow(
            "a required parameter becomes optional", .warning,
            [(page, #"{"name": "page", "in": "query", "schema": {"type": "integer"}},"#)], lists, outcome: .compiles,
            others: [.double(.fails), .existential(.compiles, listsThrough)]),
        VerdictRow(
            "an optional parameter becomes required", .breaking,
            [(size, #"{"name": "size", "in": "query", "required": true, "schema": {"type": "integer"}},"#)],
            "func use(_ client: SampleClient) async throws -> TransferPage { try await client.listTransfers(page: 1) }",
            others: [.double(.fails)]),
        VerdictRow(
            "the parameters stand in another order", .breaking, [(size, ""), (page, size + page)], lists,
            others: [.double(.fails)]),
        VerdictRow(
            "two parameters share a name", .breaking,
            [(size, size + #"{"name": "size", "in": "header", "schema": {"type": "integer"}},"#)], lists,
            others: [.double(.fails)]),
        VerdictRow(
            "a body becomes required", .breaking,
            [
                (
                    #""requestBody": {"content": {"application/json": {"schema": {"type": "string"}}}}"#,
                    #""requestBody": {"required": true, "content": {"application/json": {"schema": {"type": "string"}}}}"#
                )
            ],
            "func use(_ client: SampleClient) async throws { _ = try await client.putNote() }",
            others: [.double(.fails)]),
        VerdictRow(
            "a body becomes optional", .warning,
            [
                (
                    ##""requestBody": {"required": true, "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Transfer"}}}}"##,
                    ##""requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Transfer"}}}}"##
                )
            ],
            "func use(_ client: SampleClient, _ body: Transfer) async throws { _ = try await client.createTransfer(body: body) }",
            outcome: .compiles, others: [.double(.fails)]),
        VerdictRow(
            "a part of a form is new", .info,
            [(#""title": {"type": "string"}}"#, #""title": {"type": "string"}, "place": {"type": "string"}}"#)],
            #"func use(_ file: FilePart) -> UploadReceiptOperation.Body { .init(file: file, title: "A") }"#,
            others: [.double(.compiles)]),
        VerdictRow(
            "a part of a form is no file any more", .breaking,
            [(#""file": {"type": "string", "format": "binary"}"#, #""file": {"type": "string"}"#)],
            "func use(_ file: FilePart) -> UploadReceiptOperation.Body { .init(file: file) }"),
        VerdictRow(
            "a part of a form may be left out", .breaking, [(#""required": ["file"], "#, "")],
            "func use(_ body: UploadReceiptOperation.Body) -> FilePart { body.file }"),
    ]

    static let answers: [VerdictRow] = [
        VerdictRow(
            "an answer is of another type", .breaking,
            [
                (
                    #"{"200": {"description": "OK", "content": {"application/json": {"schema": {"type": "object", "properties": {"length": {"type": "integer"}}}}}}}"#,
                    ##"{"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Limits"}}}}}"##
                )
            ], "func use(_ client: SampleClient) async throws -> Int? { try await client.putNote().length }",
            others: [.double(.fails)]),
        VerdictRow(
            "an answer has no content any more", .breaking,
            [
                (
                    ##"{"201": {"description": "Created", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Transfer"}}}}}"##,
                    #"{"201": {"description": "Created"}}"#
                )
            ],
            "func use(_ client: SampleClient, _ body: Transfer) async throws -> Transfer { try await client.createTransfer(body: body) }",
            others: [.double(.fails)]),
        VerdictRow(
            "an answer gets content", .breaking,
            [
                (
                    #""204": {"description": "Cancelled"}"#,
                    ##""200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Transfer"}}}}"##
                )
            ],
            #"func use(_ client: SampleClient) async throws { return try await client.cancelTransfer(id: "1") }"#,
            others: [.double(.fails), .user(.warns, cancels)]),
        VerdictRow(
            "an answer may be null", .breaking,
            [
                (
                    ##"{"200": {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/TransferPage"}}}}"##,
                    ##"{"200": {"description": "OK", "content": {"application/json": {"schema": {"nullable": true, "allOf": [{"$ref": "#/components/schemas/TransferPage"}]}}}}"##
                )
            ], lists, others: [.double(.fails)]),
        VerdictRow(
            "a second success is documented", .breaking,
            [(#""responses": {"201": {"#, #""responses": {"202": {"description": "Later"}, "201": {"#)],
            "func use(_ client: SampleClient, _ body: Transfer) async throws -> Transfer { try await client.createTransfer(body: body) }",
            others: [.double(.fails)]),
        VerdictRow(
            "a third success is documented", .warning,
            [
                (
                    #""202": {"description": "Not yet"}"#,
                    #""202": {"description": "Not yet"}, "204": {"description": "Gone"}"#
                )
            ],
            """
            func use(_ output: GetTransferOperation.Output) -> String {
                switch output {
                case .ok(body: _, let tag): tag
                case .accepted: ""
                @unknown default: ""
                }
            }
            """, others: [.double(.compiles)]),
        VerdictRow(
            "a success is no longer documented", .breaking,
            [(#""202": {"description": "Not yet"}"#, #""204": {"description": "Gone"}"#)],
            "func use(_ output: GetTransferOperation.Output) -> Bool { if case .accepted = output { true } else { false } }"
        ),
        VerdictRow(
            "a header is not sent any more", .breaking,
            [(#""headers": {"ETag": {"required": true, "schema": {"type": "string"}}}, "#, "")],
            "func use(_ output: GetTransferOperation.Output) -> String? { if case .ok(body: _, let tag) = output { tag } else { nil } }"
        ),
        VerdictRow(
            "a header becomes optional", .breaking, [(#""ETag": {"required": true, "#, #""ETag": {"#)],
            "func use(_ output: GetTransferOperation.Output) -> Int { if case .ok(body: _, let tag) = output { tag.count } else { 0 } }"
        ),
        VerdictRow(
            "another failure is documented", .warning,
            [
                (
                    #""404": {"description": "No such page","#,
                    ##""409": {"description": "Busy", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}, "404": {"description": "No such page","##
                )
            ],
            """
            func use(_ failure: ListTransfersOperation.Failure) -> String {
                switch failure {
                case .notFound(let problem): problem.code
                case .undocumented: ""
                @unknown default: ""
                }
            }
            """),
        VerdictRow(
            "a failure has another type", .breaking,
            [
                (
                    ##""404": {"description": "No such page", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}"##,
                    ##""404": {"description": "No such page", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Limits"}}}}"##
                )
            ],
            "func use(_ failure: ListTransfersOperation.Failure) -> String { if case .notFound(let problem) = failure { problem.code } else { \"\" } }"
        ),
        VerdictRow(
            "no failure is documented any more", .breaking,
            [
                (
                    ##""404": {"description": "No such page", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}"##,
                    #""404": {"description": "No such page"}"#
                )
            ],
            "func use(_ failure: ListTransfersOperation.Failure) { _ = failure }"),
        VerdictRow(
            "a first failure is documented", .info,
            [
                (
                    #""responses": {"201": {"#,
                    ##""responses": {"409": {"description": "Busy", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}}, "201": {"##
                )
            ],
            "func use(_ client: SampleClient, _ body: Transfer) async throws -> Transfer { try await client.createTransfer(body: body) }",
            others: [.double(.compiles)]),
    ]
}
