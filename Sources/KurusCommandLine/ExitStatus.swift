/// How a run ended; the numbers are part of a command line. A program adds its own to these.
package struct ExitStatus: Hashable, Sendable {
    package let code: Int32

    package init(code: Int32) {
        self.code = code
    }

    package static let done = ExitStatus(code: 0)
    /// The command line is wrong.
    package static let usage = ExitStatus(code: 2)
    package static let unusableInput = ExitStatus(code: 3)

    /// The graver of two, which is the one of the higher number.
    package func combined(with other: ExitStatus) -> ExitStatus {
        code >= other.code ? self : other
    }
}
