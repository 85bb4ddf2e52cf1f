#if canImport(Glibc)
    import CLibcurl
    import Glibc

    /// The system's libcurl, loaded and usable: a value of this type exists only when both are true.
    struct Libcurl: Sendable, CustomStringConvertible {
        let version: String
        /// The PEM file of the system's certificate authorities; nil where libcurl has another kind of store.
        let trustedFile: String?

        /// The first version with `CURLOPT_PREREQFUNCTION`, by which it is known that nothing was sent. Older ones are
        /// refused: Debian 12 has 7.88, Ubuntu 22.04 has 7.81, Red Hat Enterprise Linux 9 has 7.76.
        private static let oldestVersion = SemanticVersion(major: 7, minor: 80, patch: 0)

        /// The library with this name on every distribution, loaded once. `curl_global_init` is called only here; it
        /// may run beside FoundationNetworking's own call, since both are counted and, from 7.84, thread-safe.
        static let system = loaded("libcurl.so.4")

        /// - Returns: The library, or the reason why it cannot be used.
        static func loaded(_ name: String) -> Result<Libcurl, LibcurlUnavailable> {
            switch libcurl_load(name) {
            case .done: break
            case .notFound: return .failure(LibcurlUnavailable("\(name) is not installed"))
            case .incomplete: return .failure(LibcurlUnavailable("\(name) lacks functions of libcurl 7.80"))
            @unknown default: return .failure(LibcurlUnavailable("\(name) cannot be loaded"))
            }
            if let problem = problem(number: libcurl_version(), hasFeatures: libcurl_has_needed_features()) {
                return .failure(LibcurlUnavailable(problem))
            }
            guard libcurl_global_init() == 0 else { return .failure(LibcurlUnavailable("libcurl cannot start")) }
            let trustedFile = libcurl_trusted_file().map { String(cString: $0) }
            return .success(
                Libcurl(
                    version: String(cString: libcurl_version_text()),
                    trustedFile: trustedFile.flatMap { access($0, R_OK) == 0 ? $0 : nil }))
        }

        /// Returns why a loaded library is not usable; nil when it is.
        static func problem(number: UInt32, hasFeatures: Bool) -> String? {
            let version = SemanticVersion(
                major: Int(number >> 16), minor: Int(number >> 8 & 0xFF), patch: Int(number & 0xFF))
            if version < oldestVersion { return "libcurl \(version) is older than \(oldestVersion)" }
            return hasFeatures ? nil : "libcurl was built without TLS or without a resolver that does not block"
        }

        var description: String { "libcurl \(version)" }
    }

    private struct SemanticVersion: Comparable, CustomStringConvertible {
        let major: Int
        let minor: Int
        let patch: Int

        static func < (left: Self, right: Self) -> Bool {
            (left.major, left.minor, left.patch) < (right.major, right.minor, right.patch)
        }

        var description: String { "\(major).\(minor).\(patch)" }
    }

    /// The reason why libcurl cannot send requests on this machine.
    public struct LibcurlUnavailable: Error, Hashable, Sendable, CustomStringConvertible {
        /// The reason as one clause for people: `libcurl.so.4 is not installed`.
        public let description: String

        init(_ description: String) {
            self.description = description
        }
    }
#endif
