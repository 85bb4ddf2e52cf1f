import Foundation
import KurusRuntime

/// The journal's own key, encrypted under an account's secret.
///
/// HKDF-SHA256 derives 64 bytes from the account's wrapping key and a random salt of 32 bytes that is never reused: 32
/// encrypt the key by exclusive or, and 32 authenticate the salt, the cipher text and the owner by HMAC-SHA256
/// (encrypt, then MAC). The owner is part of HKDF's info as well.
package struct WrappedKey: Hashable, Sendable {
    package let salt: [UInt8]
    package let encrypted: [UInt8]
    package let check: [UInt8]

    package static let length = 32

    package init(_ key: JournalKey, under secret: JournalSecret, of identity: JournalIdentity, salt: [UInt8]) {
        let keys = Keys(secret, identity, salt)
        self.salt = salt
        encrypted = zip(key.bytes, keys.stream).map { $0 ^ $1 }
        check = keys.check(salt, encrypted)
    }

    /// Wraps a key under a new random salt.
    package init(_ key: JournalKey, under secret: JournalSecret, of identity: JournalIdentity) {
        self.init(key, under: secret, of: identity, salt: RandomBytes.make(Self.length))
    }

    package init(salt: [UInt8], encrypted: [UInt8], check: [UInt8]) {
        self.salt = salt
        self.encrypted = encrypted
        self.check = check
    }

    /// Returns the key; nil when it was wrapped under another secret, or changed since.
    package func key(under secret: JournalSecret, of identity: JournalIdentity) -> JournalKey? {
        let keys = Keys(secret, identity, salt)
        guard encrypted.count == Self.length, keys.check(salt, encrypted) == check else { return nil }
        return JournalKey(zip(encrypted, keys.stream).map { $0 ^ $1 })
    }

    /// Salt, cipher text and check in hexadecimal, for a journal that keeps texts.
    package var text: String { Hexadecimal.text(salt + encrypted + check) }

    /// Returns nil when the text is not a wrapped key.
    package init?(text: String) {
        guard let bytes = Hexadecimal.bytes(text[...]), bytes.count == 3 * Self.length else { return nil }
        let parts = (0..<3).map { Array(bytes[$0 * Self.length..<($0 + 1) * Self.length]) }
        self.init(salt: parts[0], encrypted: parts[1], check: parts[2])
    }

    private struct Keys {
        let stream: ArraySlice<UInt8>
        private let authenticating: HMACKey
        private let info: [UInt8]

        init(_ secret: JournalSecret, _ identity: JournalIdentity, _ salt: [UInt8]) {
            let names = ["kurus journal key 1", identity.provider, identity.host, secret.fingerprint]
            info = Array(names.joined(separator: "\0").utf8)
            let keys = HKDFSHA256.key(
                from: secret.wrappingKey, salt: salt, info: info, count: 2 * WrappedKey.length)
            stream = keys.prefix(WrappedKey.length)
            authenticating = HMACKey(Array(keys.suffix(WrappedKey.length)))
        }

        func check(_ salt: [UInt8], _ encrypted: [UInt8]) -> [UInt8] {
            authenticating.code([info, salt, encrypted])
        }
    }
}

/// The line of a journal's file that holds its key; the last one counts. Its members have a fixed order, and a line in
/// another order is not a key line.
struct KeyLine: JSONReadable, JSONWritable {
    /// The fingerprint of the account under whose secret the key is wrapped.
    let fingerprint: String
    let wrapped: WrappedKey
    private let time: Date
    private let actor: String

    private static let kind = "key"
    private static let beginning = Array(#"{"entry":"key","#.utf8)

    init(_ wrapped: WrappedKey, for fingerprint: String, time: Date, actor: String) {
        self.wrapped = wrapped
        self.fingerprint = fingerprint
        self.time = time
        self.actor = actor
    }

    /// Whether a line is a key line as this program writes it.
    static func isOne(_ line: some Collection<UInt8>) -> Bool { line.starts(with: beginning) }

    init(from reader: inout JSONReader) throws(JSONError) {
        let start = reader.offset
        var kind: String?
        var fingerprint: String?
        var actor: String?
        var time: Date?
        var bytes: [[UInt8]] = []
        while let key = try reader.nextKey() {
            switch key {
            case "entry": kind = try reader.read(String.self)
            case "id": fingerprint = try reader.read(String.self)
            case "actor": actor = try reader.read(String.self)
            case "time": time = try JournalTime.read(from: &reader)
            case "salt", "wrapped", "check": bytes.append(Hexadecimal.bytes(try reader.read(String.self)[...]) ?? [])
            // The chain's code, present when the line is read before its position in the chain is known.
            case "chain": try reader.skip()
            default: throw JSONError(.notRepresentable(type: "KeyLine"), offset: reader.offset)
            }
        }
        guard kind == Self.kind, bytes.count == 3, bytes.allSatisfy({ $0.count == WrappedKey.length }) else {
            throw JSONError(.notRepresentable(type: "KeyLine"), offset: start)
        }
        self.fingerprint = try reader.require(fingerprint, "id")
        self.actor = try reader.require(actor, "actor")
        self.time = try reader.require(time, "time")
        wrapped = WrappedKey(salt: bytes[0], encrypted: bytes[1], check: bytes[2])
    }

    func write(to writer: inout JSONWriter) {
        writer.object { writer in
            writer.member("entry", Self.kind)
            writer.member("id", fingerprint)
            writer.member("time", JournalTime.text(time))
            writer.member("actor", actor)
            writer.member("salt", Hexadecimal.text(wrapped.salt))
            writer.member("wrapped", Hexadecimal.text(wrapped.encrypted))
            writer.member("check", Hexadecimal.text(wrapped.check))
        }
    }
}
