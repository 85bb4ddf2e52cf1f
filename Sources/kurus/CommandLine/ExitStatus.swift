/// How a run ended; the numbers are part of the command line.
enum ExitStatus: Int32 {
    case done = 0
    case stale = 1
    case usage = 2
    case unusableInput = 3

    /// The graver of two: what could not be read weighs more than what is stale.
    func combined(with other: ExitStatus) -> ExitStatus {
        rawValue >= other.rawValue ? self : other
    }
}
