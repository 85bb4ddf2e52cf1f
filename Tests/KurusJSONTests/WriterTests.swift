import Foundation
import KurusJSON
import Testing

@Suite struct WriterTests {
    @Test func writesMembersInTheOrderOfTheCalls() {
        let written = Written { writer in
            writer.object { writer in
                writer.member("z", 1)
                writer.memberIfPresent("absent", nil as Int?)
                writer.member("null", nil as Int?)
                writer.memberIfPresent("a", "x")
                writer.member("list", [true, false])
                writer.member(named: "q\"", ["b": 2, "a": 1])
                writer.members(["y": 1.5, "x": 2])
            }
        }
        #expect(written.text == #"{"z":1,"null":null,"a":"x","list":[true,false],"q\"":{"a":1,"b":2},"x":2,"y":1.5}"#)
    }

    @Test func writesArraysAndScalars() {
        let written = Written { writer in
            writer.array { writer in
                writer.element(Written { $0.null() })
                writer.element(Written { $0.number(lexeme: "1.00") })
                writer.element(Written { $0.number(lexeme: "1.") })
                writer.element(Written { $0.object { _ in } })
                writer.element([Int]())
                writer.element(Written { $0.array([1, 2].lazy.map { $0 * 2 }) })
                writer.element(Written { $0.decimal(Decimal(25) / 10) })
                writer.element("x" as String?)
            }
        }
        #expect(written.text == #"[null,1.00,null,{},[],[2,4],2.5,"x"]"#)
    }

    @Test func writesDictionariesSortedByBytes() {
        let names = ["b", "a", "", "é", "z", "Z", "e\u{301}x", "10", "9"]
        let values = Dictionary(uniqueKeysWithValues: names.map { ($0, 0) })
        let expected = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
        #expect(
            Written { values.write(to: &$0) }.text == "{" + expected.map { "\"\($0)\":0" }.joined(separator: ",") + "}")
    }

    @Test func dropsMembersOfANameAlreadyWritten() {
        let written = Written { writer in
            writer.distinctObject { writer in
                writer.member("a", 1)
                writer.member("a", 2)
                writer.member(
                    "inner",
                    Written {
                        $0.object {
                            $0.member("a", 3); $0.member("b", 4)
                        }
                    })
                writer.members(["a": 5, "b": 6, "é": 7])
                writer.members(of: ["b": 8, "c": 9])
            }
        }
        #expect(written.text == #"{"a":1,"inner":{"a":3,"b":4},"b":6,"é":7,"c":9}"#)
    }

    @Test func splicesMembersOfAnotherObject() {
        let written = Written { writer in
            writer.object { writer in
                writer.members(of: JSONValue.object(JSONObject()))
                writer.members(of: "no object")
                writer.members(of: [["a": 1]])
                writer.members(of: nil as Int?)
                writer.members(of: ["x": ["y": 1]])
                writer.member("z", 2)
                writer.members(
                    of: Written {
                        $0.distinctObject {
                            $0.member("v", 1); $0.member("v", 2)
                        }
                    })
                writer.members(of: [1])
                writer.members(of: Written { $0.object { $0.members(of: ["w": ["w": 0]]) } })
            }
        }
        #expect(written.text == #"{"x":{"y":1},"z":2,"v":1,"w":{"w":0}}"#)
    }

    private static func variant(_ value: some JSONWritable & Sendable) -> Written {
        Written { $0.variant(value, "type", "cat") }
    }

    @Test func writesTheDiscriminatorOnce() {
        #expect(Self.variant([String: Int]()).text == #"{"type":"cat"}"#)
        #expect(Self.variant(["a": 1]).text == #"{"type":"cat","a":1}"#)
        #expect(Self.variant(["a": "x", "type": "dog"]).text == #"{"a":"x","type":"dog"}"#)
        #expect(Self.variant(["a": ["type": "inner"]]).text == #"{"type":"cat","a":{"type":"inner"}}"#)
        #expect(Self.variant(["a": "type", "b": "\"type\":"]).text == #"{"type":"cat","a":"type","b":"\"type\":"}"#)
        #expect(Self.variant("text").text == #""text""#)
        #expect(Self.variant([1]).text == "[1]")
        #expect(Self.variant(Self.variant(["a": 1])).text == #"{"type":"cat","a":1}"#)
    }

    @Test func writesTheDiscriminatorOfASplicedVariant() {
        func object(_ first: Int?, _ value: some JSONWritable & Sendable) -> String {
            let variant = Self.variant(value)
            return Written { writer in
                writer.object { writer in
                    writer.memberIfPresent("first", first)
                    writer.members(of: variant)
                    writer.member("last", 2)
                }
            }.text
        }
        #expect(object(nil, ["a": 1]) == #"{"type":"cat","a":1,"last":2}"#)
        #expect(object(1, ["a": 1]) == #"{"first":1,"type":"cat","a":1,"last":2}"#)
        #expect(object(nil, [String: Int]()) == #"{"type":"cat","last":2}"#)
        #expect(object(1, [String: Int]()) == #"{"first":1,"type":"cat","last":2}"#)
        #expect(object(1, ["type": 1]) == #"{"first":1,"type":1,"last":2}"#)
        #expect(object(1, "text") == #"{"first":1,"last":2}"#)
    }

    @Test func writesNoSecondDiscriminatorIntoADistinctObject() {
        let variant = Self.variant(["a": 1])
        let written = Written { writer in
            writer.distinctObject { writer in
                writer.member("type", "dog")
                writer.members(of: variant)
            }
        }
        #expect(written.text == #"{"type":"dog","a":1}"#)
    }

    @Test func masksARedactedWriting() {
        let written = Written { writer in
            writer.object { writer in
                writer.member("name", "Ayşe", .sensitive)
                writer.memberIfPresent("info", ["a": 1], .sensitive)
                writer.memberIfPresent("none", nil as Int?, .sensitive)
                writer.member(named: "free", 1, .sensitive)
                writer.member("iban", "to TR330006100519786457841326!")
                writer.member("list", ["1234567", "12345"])
                writer.members(["TR330006100519786457841326": 1, "TR330006100519786457841327": 2])
                writer.member("amount", 1_234_567)
            }
        }
        let masked = #"{"name":"‹redacted›","info":"‹redacted›","free":"‹redacted›","iban":"to ‹redacted›!","#
        let rest = #""list":["‹redacted›","12345"],"‹redacted›":1,"‹redacted› 2":2,"amount":1234567}"#
        #expect(JSONWriter.redactedValue(of: written).description == masked + rest)
        #expect(written.text.contains("TR330006100519786457841326"))
        #expect(written.text.contains("Ayşe"))
    }
}
