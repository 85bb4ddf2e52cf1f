import Foundation
import KurusRuntime

/// The line of a journal's file that holds its key: the last one counts. Its members come in one sequence, since a line
/// that somebody wrote otherwise is none.
struct KeyLine: JSONReadable, JSONWritable {
    /// Of the account whose secret the key is wrapped under.
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

    /// Whether a line is one, as this program writes it.
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
            case "salt", "wrapped", "check": bytes.append(Hexadecimal.bytes(try reader.read(String.self)) ?? [])
            // The chain's code, where the line is read before its place in the chain is known.
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
