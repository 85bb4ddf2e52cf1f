public import KurusJSON

/// The type of a multipart/form-data body: its properties are parts.
///
/// Printed as its parts' names and masked values, files as their lengths; as TextOutputStreamable, for the reason that
/// `JSONModel` gives.
public protocol MultipartModel: Hashable, Sendable, TextOutputStreamable, CustomReflectable {
    /// Writes a part for every property that has a value.
    func write(to form: inout MultipartWriter)

    /// Reads the parts of a received body.
    ///
    /// - Throws: `JSONError` for a part that is missing or does not fit; its path begins with the part's name.
    init(from form: inout MultipartReader) throws(JSONError)
}

extension MultipartModel {
    /// Writes `TypeName(part: value, …)`, masked.
    public func write<Target: TextOutputStream>(to target: inout Target) {
        target.write(shownText)
    }

    /// `TypeName(part: value, …)`, masked, where the model has no property of this name.
    public var description: String { shownText }

    /// As `description`.
    public var debugDescription: String { shownText }

    public var customMirror: Mirror {
        Mirror(self, children: shownParts.map { (label: $0.label, value: $0.value) })
    }

    private var shownText: String {
        let parts = shownParts.map { "\($0.label): \($0.value)" }
        return "\(Self.self)(\(parts.joined(separator: ", ")))"
    }

    private var shownParts: [(label: String, value: String)] {
        var writer = MultipartWriter()
        write(to: &writer)
        return writer.shownParts
    }
}
