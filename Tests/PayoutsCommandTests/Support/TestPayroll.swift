/// Files that the tests pay.
enum TestPayroll {
    static let heading = "id,type,recipient,name,amount,currency,description\n"

    /// A row for each description, to a phone number and of an amount of its own.
    static func csv(_ descriptions: String...) -> String {
        csv(descriptions)
    }

    static func csv(_ descriptions: [String]) -> String {
        heading
            + descriptions.enumerated().map { index, description in
                "p\(index + 1),phone,+90555000\(1000 + index),,\(index + 1).50,TRY,\(description)\n"
            }.joined()
    }

    static func csv(rows: Int) -> String {
        csv(Array(repeating: "pay", count: rows))
    }
}
