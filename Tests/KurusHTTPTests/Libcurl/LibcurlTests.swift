#if canImport(Glibc)
    import KurusHTTP
    import Testing

    @testable import KurusTransport

    @Suite struct LibcurlTests {
        @Test func systemHasALibcurlThatIsFit() throws {
            let libcurl = try Libcurl.system.get()
            #expect(libcurl.version.hasPrefix("7.") || libcurl.version.hasPrefix("8."))
        }

        @Test func libraryThatIsNotThere() {
            let loaded = Libcurl.loaded("libcurl.so.999")
            #expect(throws: LibcurlUnavailable("libcurl.so.999 is not installed")) { try loaded.get() }
        }

        /// Another library leaves the functions of the one that is loaded in their places.
        @Test func libraryThatIsAnother() throws {
            _ = try Libcurl.system.get()
            let loaded = Libcurl.loaded("libc.so.6")
            #expect(throws: LibcurlUnavailable("libc.so.6 lacks functions of libcurl 7.80")) { try loaded.get() }
            _ = try LibcurlTransport()
        }

        @Test(arguments: [
            (0x075000, true, nil), (0x080C01, true, nil), (0x0A0000, true, nil),
            (0x074F01, true, "libcurl 7.79.1 is older than 7.80.0"),
            (0x07131C, true, "libcurl 7.19.28 is older than 7.80.0"),
            (0x075000, false, "libcurl was built without TLS or without a resolver that does not block"),
        ])
        func versionsAndFeatures(number: UInt32, hasFeatures: Bool, problem: String?) {
            #expect(Libcurl.problem(number: number, hasFeatures: hasFeatures) == problem)
        }

        @Test(
            arguments: [
                (3, TransportError.Kind.notSent), (5, .notSent), (6, .notSent), (7, .notSent), (28, .notSent),
                (35, .notSent), (60, .notSent), (77, .notSent), (97, .notSent), (1, .notSent), (52, .notSent),
            ] as [(Int32, TransportError.Kind)])
        func codes(code: Int32, kind: TransportError.Kind) {
            #expect(TransportError(libcurl: code, sendingBegan: false).kind == kind)
            #expect(TransportError(libcurl: code, sendingBegan: true).kind == .interrupted)
            for sendingBegan in [false, true] {
                let reason = TransportError(libcurl: code, sendingBegan: sendingBegan).reason
                #expect(!reason.contains { $0.isNumber }, "\(reason)")
            }
        }
    }
#endif
