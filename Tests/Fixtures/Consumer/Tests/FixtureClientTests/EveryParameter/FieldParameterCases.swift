import EveryParameterAPI
import Foundation
import KurusRuntime

enum FieldParameterCases {
    private typealias Table = StyleTable

    static let headers = [
        ParameterCase(
            "/header/simple",
            fields: [
                "X-Primitive: a b;c", "X-Number: 5", "X-Array: blue,black,brown", "X-Object: R,100,G,200,B,150",
                "X-Required-Primitive: p", "X-Required-Number: -1", "X-Required-Array: a", "X-Required-Object: R,1",
            ]
        ) {
            try await $0.headerSimple(
                xPrimitive: "a b;c", xNumber: 5, xArray: Table.list, xObject: Table.object, xRequiredPrimitive: "p",
                xRequiredNumber: -1, xRequiredArray: ["a"], xRequiredObject: RGB(r: 1))
        },
        ParameterCase(
            "/header/simple-explode",
            fields: [
                "X-Object: R=100,G=200,B=150", "X-Required-Primitive: p", "X-Required-Number: 0",
                "X-Required-Array: a,b", "X-Required-Object: R=1",
            ]
        ) {
            try await $0.headerSimpleExplode(
                xObject: Table.object, xRequiredPrimitive: "p", xRequiredNumber: 0, xRequiredArray: ["a", "b"],
                xRequiredObject: RGB(r: 1))
        },
        ParameterCase(
            "/header/types",
            fields: [
                "X-Amount: 0.1", "X-Flag: true", "X-Day: 2024-02-29", "X-Instant: 2024-02-29T12:00:00.10+03:00",
                "X-Id: 6ba7b810-9dad-11d1-80b4-00c04fd430c8", "X-Choice: first", "x-lower: l", "ETag: \"e\"",
                "If-None-Match: \"a\",\"b\"",
            ]
        ) {
            try await $0.headerTypes(
                xAmount: 0.1, xFlag: true, xDay: try Values.day(), xInstant: try Values.instant(),
                xId: try Values.id(), xChoice: .first, xLower: "l", eTag: "\"e\"", ifNoneMatch: ["\"a\"", "\"b\""])
        },
        // Accept, Content-Type and Authorization are not parameters (§4.7.12.1).
        ParameterCase("/header/ignored", fields: ["X-Kept: k"]) { try await $0.headerIgnored(xKept: "k") },
    ]

    static let cookies = [
        ParameterCase(
            "/cookie/form",
            cookie: "primitive=a%3Bb%20c; number=5; array=blue,black,brown; object=R,100,G,200,B,150; "
                + "required-primitive=p; required-number=1"
        ) {
            try await $0.cookieForm(
                primitive: "a;b c", number: 5, array: Table.list, object: Table.object, requiredPrimitive: "p",
                requiredNumber: 1)
        },
        ParameterCase(
            "/cookie/form-explode",
            cookie: "array=blue; array=black; R=1; G=2; required-primitive=; required-number=1"
        ) {
            try await $0.cookieFormExplode(
                array: ["blue", "black"], object: RGB(r: 1, g: 2), requiredPrimitive: "", requiredNumber: 1)
        },
        ParameterCase("/cookie/types", cookie: "amount=12.5; flag=false; day=2024-02-29; named=red") {
            try await $0.cookieTypes(amount: 12.5, flag: false, day: try Values.day(), named: .red)
        },
    ]

    /// Parameters that the document describes by `content`: their JSON text.
    static let contents = [
        RequestCase<EveryParameterClient>(
            "content",
            """
            GET https://example.com/parameters/content/%7B%22R%22%3A1%7D\
            ?query=%7B%22name%22%3A%22a%26b%22%2C%22tags%22%3A%5B%22t%22%5D%7D&required=%7B%22R%22%3A2%7D\
            &list=%5B%7B%22R%22%3A3%7D%5D&text=%22t%22
            X-Filter: {"R":4,"G":5}
            Accept: application/json
            Cookie: filter-cookie=%7B%22R%22%3A6%7D
            """, answer: HTTPResponse(status: 204)
        ) {
            try await $0.contentParameters(
                filter: RGB(r: 1), query: .init(name: "a&b", tags: ["t"]), required: RGB(r: 2), list: [RGB(r: 3)],
                text: "t", xFilter: RGB(r: 4, g: 5), filterCookie: RGB(r: 6))
        }
    ]
}
