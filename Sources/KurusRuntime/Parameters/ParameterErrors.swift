import KurusJSON

extension JSONError {
    /// The array or object that a type expected where other JSON stood.
    var expectedContainer: JSONKind? {
        guard case .typeMismatch(let expected, _) = problem else { return nil }
        return expected == .array || expected == .object ? expected : nil
    }
}
