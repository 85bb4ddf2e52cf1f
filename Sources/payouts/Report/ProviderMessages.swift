import IyzicoMassPayout

/// The provider's own words, which may repeat what was sent: shown only where the people of the order are known, and
/// without them.
struct ProviderMessages {
    private let mask: RecipientMask?

    /// - Parameter payroll: The order's file; nil where it is not at hand.
    init(_ payroll: Payroll?) {
        mask = payroll.map(RecipientMask.init)
    }

    var areLeftOut: Bool { mask == nil }

    /// Each on one line.
    func shown(_ messages: [String]) -> [String] {
        guard let mask else { return [] }
        return messages.map { SafeText.printable(mask.masked($0)) }
    }
}
