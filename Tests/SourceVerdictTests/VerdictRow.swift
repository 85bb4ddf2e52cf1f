import SpecDiff

/// A change of the base document, and the compiler's verdict on a program that was written for the base.
struct VerdictRow: Sendable, CustomStringConvertible {
    /// The compiler's verdict on a program.
    enum Outcome: String, Sendable {
        case compiles
        case warns
        case fails
    }

    /// A second program, which has no influence on the level.
    struct Other: Sendable {
        let of: String
        let program: String
        let outcome: Outcome

        /// A conformance to the protocol, such as a test double.
        static func double(_ outcome: Outcome) -> Self {
            Self(of: "conformance", program: VerdictRow.double, outcome: outcome)
        }

        /// Calls through the protocol.
        static func existential(_ outcome: Outcome, _ call: String) -> Self {
            Self(
                of: "existential", program: "func use(_ client: any SampleOperations) async throws { \(call) }",
                outcome: outcome)
        }

        static func user(_ outcome: Outcome, _ program: String) -> Self {
            Self(of: "user", program: program, outcome: outcome)
        }
    }

    let description: String
    /// Texts that the base document has once, and their replacements in the revision.
    let edits: [(from: String, to: String)]
    let level: ChangeLevel
    /// A program that compiles with the base without a diagnostic.
    let program: String
    /// The compiler's verdict on the program; changes that it cannot see are warnings all the same.
    let outcome: Outcome
    let others: [Other]

    init(
        _ description: String, _ level: ChangeLevel, _ edits: [(from: String, to: String)], _ program: String,
        outcome: Outcome? = nil, others: [Other] = []
    ) {
        self.description = description
        self.level = level
        self.edits = edits
        self.program = program
        self.outcome = outcome ?? Self.outcome(of: level)
        self.others = others
    }

    private static func outcome(of level: ChangeLevel) -> Outcome {
        switch level {
        case .breaking: .fails
        case .warning: .warns
        case .info, .none: .compiles
        }
    }

    static let all: [VerdictRow] = properties + initializers + enums + operations + answers + types + servers

    private static let double = """
        struct Double: SampleOperations {
            func putNote(body: String?) async throws(APIError) -> PutNoteOperation.Response { .init() }
            func uploadReceipt(body: UploadReceiptOperation.Body) async throws(APIError) {}
            func listTransfers(page: Int, size: Int?, state: State?) async throws(APIError) -> TransferPage {
                .init(items: [])
            }
            func createTransfer(body: Transfer) async throws(APIError) -> Transfer { body }
            func getTransfer(id: String) async throws(APIError) -> GetTransferOperation.Output { .accepted }
            func cancelTransfer(id: String) async throws(APIError) {}
        }
        """
}
