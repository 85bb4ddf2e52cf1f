import Foundation

/// A private certificate authority and its certificate for a server on 127.0.0.1, valid for two days, in files that go
/// with this value. Made by the command line of OpenSSL 3.
public final class CertificateAuthority: Sendable {
    public struct Failure: Error {
        let command: String
    }

    private let folder: URL

    /// Whether this machine has an `openssl` that can do it.
    public static let isAvailable: Bool = {
        let process = Process.openSSL(["version"])
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { return false }
        let text = String(decoding: output.fileHandleForReading.bytesToEnd(), as: UTF8.self)
        process.waitUntilExit()
        return text.hasPrefix("OpenSSL 3")
    }()

    /// - Parameter names: The server's names, in the form of OpenSSL's subjectAltName.
    /// - Throws: `Failure` where `openssl` fails, an error of Foundation's where it is not installed.
    public init(names: String = "IP:127.0.0.1,DNS:localhost") throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "kurus-authority-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try make("authority", ["-subj", "/CN=Kurus test authority"])
        let subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=\(names)"]
        let signer = ["-CA", certificate, "-CAkey", path("authority.key"), "-addext", "basicConstraints=CA:FALSE"]
        try make("server", subject + signer)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// The path of the authority's certificate in PEM.
    public var certificate: String { path("authority.pem") }

    var serverCertificate: String { path("server.pem") }

    var serverKey: String { path("server.key") }

    private func path(_ name: String) -> String {
        folder.appending(path: name).path(percentEncoded: false)
    }

    private func make(_ name: String, _ options: [String]) throws {
        let process = Process.openSSL(
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc", "-days", "2",
                "-keyout", path("\(name).key"), "-out", path("\(name).pem"),
            ] + options)
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        if process.terminationStatus != 0 { throw Failure(command: "openssl req") }
    }
}

extension Process {
    /// The OpenSSL command line, not started yet.
    static func openSSL(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        return process
    }
}
