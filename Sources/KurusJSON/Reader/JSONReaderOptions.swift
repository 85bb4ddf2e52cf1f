/// How a reader treats what the specification leaves open.
public struct JSONReaderOptions: Hashable, Sendable {
    /// How many arrays and objects may be open at once (RFC 8259 §9 lets a reader set a limit).
    public var depthLimit: Int

    /// Whether a quoted number or boolean is read where a number or boolean is asked for: parameters of a request are
    /// text, and the server reads them into typed values.
    public var lenientScalars: Bool

    /// The limit of 512 is what a reader keeps to without options.
    public init(depthLimit: Int = 512, lenientScalars: Bool = false) {
        self.depthLimit = depthLimit
        self.lenientScalars = lenientScalars
    }
}
