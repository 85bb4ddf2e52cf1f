/// A value that holds secrets or personal data: it prints and reflects as its description alone, which holds none.
public protocol MaskedText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension MaskedText {
    /// The same text as `description`.
    public var debugDescription: String { description }

    /// A mirror without children, unless the type shows some.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
