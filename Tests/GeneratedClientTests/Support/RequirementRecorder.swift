import KurusRuntime
import Synchronization

/// A signer that only keeps the security requirements it is given.
final class RequirementRecorder: RequestSigner {
    private let recorded = Mutex<[[[String: [String]]]]>([])

    var requirements: [[[String: [String]]]] { recorded.withLock { $0 } }

    func sign(_ request: inout HTTPRequest, security: [[String: [String]]]) throws {
        recorded.withLock { $0.append(security) }
    }
}
