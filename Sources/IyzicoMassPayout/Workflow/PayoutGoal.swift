/// How far a run takes a payout.
public enum PayoutGoal: Hashable, Sendable {
    /// Until the provider has it exactly as it was ordered: no money moves. What is beyond that is left alone.
    case verified
    /// Until nothing of it is open any more.
    case end
    /// Until it is authorized, and read once after that. It is followed to its end by `resume`.
    case authorized
}
