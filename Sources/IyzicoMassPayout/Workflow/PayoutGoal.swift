/// How far a run takes a payout.
public enum PayoutGoal: Hashable, Sendable {
    /// Until nothing of it is open any more.
    case end
    /// Until it is authorized, and read once after that. It is followed to its end by `resume`.
    case authorized
}
