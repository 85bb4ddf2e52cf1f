import KurusHTTP

#if canImport(Glibc)
    import CLibcurl

    /// One request in libcurl: an easy handle with its settings, and the response that comes back.
    ///
    /// Belongs to the thread of its loop, which keeps it for as long as libcurl may call back.
    final class LibcurlTransfer {
        let easy: OpaquePointer
        let exchange: Exchange
        private var fields: OpaquePointer?
        private var head = ResponseHeadReader()

        /// HTTP and HTTPS, as bits of `CURLOPT_PROTOCOLS`.
        private static let webProtocols: Int = 1 | 2
        private static let http11: Int = 2
        /// A proxy is given none of the request's fields.
        private static let separateHeaders: Int = 1

        /// Returns nil when libcurl refuses one of the settings.
        init?(_ order: LibcurlQueue.Order, share: OpaquePointer?, certificateAuthorities: String?) {
            guard let easy = libcurl_easy_new() else { return nil }
            self.easy = easy
            exchange = order.exchange
            guard let origin = order.request.origin, setCallbacks(), set(share),
                setMethod(of: order.request), setContent(of: order.request), setFields(of: order.request),
                set(.address, origin), set(.requestTarget, order.request.target), set(.acceptEncoding, ""),
                setConnection(of: order.request), certificateAuthorities.map(setTrust) ?? true
            else { return nil }
        }

        deinit {
            libcurl_easy_free(easy)
            libcurl_list_free(fields)
        }

        /// Takes libcurl's result (a CURLcode).
        func finish(_ code: Int32) {
            if code == 0 {
                exchange.complete()
            } else {
                exchange.fail { TransportError(libcurl: code, sendingBegan: $0) }
            }
        }
    }

    // MARK: - Settings

    extension LibcurlTransfer {
        private func set(_ option: LibcurlNumber, _ value: Int) -> Bool {
            libcurl_easy_set_number(easy, option, value)
        }

        private func set(_ option: LibcurlText, _ text: String?) -> Bool {
            libcurl_easy_set_text(easy, option, text)
        }

        private func set(_ share: OpaquePointer?) -> Bool {
            share.map { libcurl_easy_set_share(easy, $0) } ?? true
        }

        private func setCallbacks() -> Bool {
            libcurl_easy_set_callbacks(
                easy, Unmanaged.passUnretained(self).toOpaque(),
                { context, _, _, _, _ in LibcurlTransfer.at(context)?.exchange.startSending() == true ? 0 : 1 },
                { bytes, size, count, context in
                    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return LibcurlTransfer.at(context)?.receive(headLine: line) == true ? line.count : 0
                },
                { bytes, size, count, context in
                    let content = UnsafeRawBufferPointer(start: bytes, count: size * count)
                    return LibcurlTransfer.at(context)?.exchange.receive(content) == true ? content.count : 0
                })
        }

        private func setMethod(of request: HTTPRequest) -> Bool {
            // libcurl waits for the content of every response but one to its own HEAD.
            request.method == .head ? set(.noBody, 1) : set(.customRequest, request.method.rawValue)
        }

        /// Content has its length, and nothing is chunked (RFC 9112 §6.1). A method that usually has content gets the
        /// length 0 without it (RFC 9110 §8.6).
        private func setContent(of request: HTTPRequest) -> Bool {
            let usuallyHasContent = [.post, .put, .patch].contains(request.method)
            guard let content = request.body ?? (usuallyHasContent ? [] : nil) else { return true }
            return set(.post, 1) && content.withUnsafeBytes { libcurl_easy_set_content(easy, $0.baseAddress, $0.count) }
        }

        private func setFields(of request: HTTPRequest) -> Bool {
            for line in request.libcurlFieldLines {
                guard let list = libcurl_list_append(fields, line) else { return false }
                fields = list
            }
            return libcurl_easy_set_fields(easy, fields)
        }

        private func setConnection(of request: HTTPRequest) -> Bool {
            let isFresh: Int = request.mayUseKeptConnection ? 0 : 1
            // An empty text disables proxies, also those of the environment: a request for this machine must not leave
            // it.
            let isLocal = LoopbackHost.isHost(of: request.url)
            return set(.freshConnect, isFresh) && set(.forbidReuse, isFresh) && (!isLocal || set(.proxy, ""))
                && set(.noSignal, 1) && set(.httpVersion, Self.http11) && set(.http09Allowed, 0)
                && set(.protocols, Self.webProtocols) && set(.headerOptions, Self.separateHeaders)
                && set(.suppressConnectHeaders, 1) && setEndOfLookup()
        }

        /// A transfer that ends during a name lookup leaves the lookup to its thread instead of waiting and blocking
        /// every other transfer. libcurl before 7.87 lacks the setting and waits.
        private func setEndOfLookup() -> Bool {
            _ = set(.quickExit, 1)
            return true
        }

        /// libcurl from 7.87 keeps what it read of such a file for a day, which saves a connection 20 ms, but only
        /// where no folder of certificates is set as well. Distributions that set both keep the same certificates in
        /// them.
        private func setTrust(_ certificateAuthorities: String) -> Bool {
            set(.caInfo, certificateAuthorities) && set(.caPath, nil)
        }
    }

    // MARK: - Responses

    extension LibcurlTransfer {
        private static func at(_ context: UnsafeMutableRawPointer?) -> LibcurlTransfer? {
            context.map { Unmanaged<LibcurlTransfer>.fromOpaque($0).takeUnretainedValue() }
        }

        /// Takes a line of a head or a trailer.
        private func receive(headLine: UnsafeRawBufferPointer) -> Bool {
            switch head.read(headLine) {
            case .unfinished: break
            case .finished(let response): exchange.receive(response)
            case .malformed(let reason): exchange.fail { _ in TransportError(.interrupted, reason) }
            }
            return !exchange.hasEnded
        }
    }

    extension HTTPRequest {
        /// The fields as libcurl takes them: `Name: value`, `Name;` for an empty value, and `Name:` for one that libcurl
        /// would otherwise add.
        fileprivate var libcurlFieldLines: [String] {
            var lines: [String] = []
            for field in fields where field.name != "Cookie" {
                let value = field.value.withoutOptionalWhitespace
                lines.append(value.isEmpty ? "\(field.name);" : "\(field.name): \(value)")
            }
            let cookies = fields.values(of: "Cookie").map(\.withoutOptionalWhitespace)
            if !cookies.isEmpty { lines.append("Cookie: \(cookies.joined(separator: "; "))") }
            let defaults: [HTTPFieldName] = ["Accept", "Content-Type", "Expect", "User-Agent"]
            return lines + defaults.filter { !fields.contains($0) }.map { "\($0):" }
        }
    }
#endif
