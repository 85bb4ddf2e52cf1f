import Foundation
import KurusJSON
import Testing

/// Values that a message cannot carry, with their places.
@Suite struct JSONWriteErrorTests {
    private struct Inner: JSONWritable {
        var rate: Double?
        var secret: String?
        var id: String?

        func write(to writer: inout JSONWriter) {
            writer.object { writer in
                writer.readOnlyMember("id", id, isRequired: true)
                writer.memberIfPresent("rate", rate)
                writer.writeOnlyMember("secret", secret, isRequired: true)
            }
        }
    }

    /// Writes a member after the inner object, which it may splice or mark with a discriminator.
    private struct Outer: JSONWritable {
        enum Form {
            case member
            case spliced
            case variant
        }

        var form: Form
        var inner: Inner
        var last: Double?

        func write(to writer: inout JSONWriter) {
            switch form {
            case .member:
                writer.object { writer in
                    writer.member("inner", inner)
                    writer.memberIfPresent("last", last)
                }
            case .spliced:
                writer.distinctObject { writer in
                    writer.member("first", 1)
                    writer.members(of: inner)
                    writer.memberIfPresent("last", last)
                }
            case .variant: writer.variant(inner, "kind", "a")
            }
        }
    }

    /// A value that writes no object, so that nothing of it is spliced.
    private struct Dropped: JSONWritable {
        func write(to writer: inout JSONWriter) {
            writer.object { writer in writer.members(of: Double.nan) }
        }
    }

    private static func problem(_ value: some JSONWritable, _ direction: JSONDirection?) -> String? {
        do {
            _ = try JSONWriter.bytes(of: value, for: direction)
            return nil
        } catch {
            return "\(error.problem) \(error.path)"
        }
    }

    @Test(
        arguments: [
            (Outer.Form.member, Inner(rate: .nan, secret: "s"), "notFinite /inner/rate"),
            (.member, Inner(rate: 1), "missingMember /inner/secret"),
            (.spliced, Inner(rate: .infinity, secret: "s"), "notFinite /rate"),
            (.spliced, Inner(), "missingMember /secret"), (.variant, Inner(rate: -.infinity), "notFinite /rate"),
            (.variant, Inner(), "missingMember /secret"), (.member, Inner(secret: "s"), nil),
        ] as [(Outer.Form, Inner, String?)])
    private func hasItsPlaceInARequest(_ form: Outer.Form, _ inner: Inner, _ expected: String?) {
        #expect(Self.problem(Outer(form: form, inner: inner), .request) == expected)
    }

    @Test func firstProblemIsReported() {
        let value = Outer(form: .member, inner: Inner(rate: .nan, secret: "s"), last: .nan)
        #expect(Self.problem(value, .request) == "notFinite /inner/rate")
        #expect(
            Self.problem(Outer(form: .spliced, inner: Inner(secret: "s"), last: .nan), .request) == "notFinite /last")
    }

    @Test func directionDecidesWhatIsWritten() throws {
        let value = Inner(rate: 1, secret: "s", id: "i")
        func text(_ direction: JSONDirection?) throws -> String {
            String(decoding: try JSONWriter.bytes(of: value, for: direction), as: UTF8.self)
        }
        #expect(try text(.request) == #"{"rate":1,"secret":"s"}"#)
        #expect(try text(.response) == #"{"id":"i","rate":1}"#)
        #expect(try text(nil) == #"{"id":"i","rate":1,"secret":"s"}"#)
        #expect(String(decoding: JSONWriter.bytes(of: value), as: UTF8.self) == #"{"id":"i","rate":1,"secret":"s"}"#)
        #expect(Self.problem(Inner(secret: "s"), .response) == "missingMember /id")
        #expect(Self.problem(Inner(), nil) == nil)
    }

    @Test func removedTextHasNoProblem() {
        #expect(Self.problem(Dropped(), .request) == nil)
    }

    /// A long array leaves the writer's buffer in pieces.
    @Test func placeIsFoundBehindManyBytes() {
        var values = [Double](repeating: 0.123456789, count: 50_000)
        values.append(.nan)
        #expect(Self.problem(values, .request) == "notFinite /50000")
        #expect(Self.problem([Decimal.nan], .response) == "notFinite /0")
        #expect(Self.problem(Float.infinity, nil) == "notFinite ")
    }

    @Test func textHasNoAccountNumbers() {
        let error = JSONWriteError(.notFinite, path: "/TR330006100519786457841326/rate")
        #expect("\(error)" == "has no finite number at /‹redacted›/rate")
        #expect("\(JSONWriteError(.missingMember, path: "/a"))" == "lacks the required member /a")
        #expect(Mirror(reflecting: error).children.isEmpty)
    }
}
