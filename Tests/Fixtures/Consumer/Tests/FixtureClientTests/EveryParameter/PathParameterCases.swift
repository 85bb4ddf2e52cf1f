import EveryParameterAPI
import Foundation
import KurusRuntime

enum PathParameterCases {
    private typealias Table = StyleTable

    static let styles = [
        ParameterCase("/path/simple/blue/5/blue,black,brown/R,100,G,200,B,150") {
            try await $0.pathSimple(primitive: Table.text, number: 5, array: Table.list, object: Table.object)
        },
        ParameterCase("/path/simple-explode/blue/5/blue,black,brown/R=100,G=200,B=150") {
            try await $0.pathSimpleExplode(primitive: Table.text, number: 5, array: Table.list, object: Table.object)
        },
        ParameterCase("/path/label/.blue/.5/.blue.black.brown/.R.100.G.200.B.150") {
            try await $0.pathLabel(primitive: Table.text, number: 5, array: Table.list, object: Table.object)
        },
        ParameterCase("/path/label-explode/.blue/.5/.blue.black.brown/.R=100.G=200.B=150") {
            try await $0.pathLabelExplode(primitive: Table.text, number: 5, array: Table.list, object: Table.object)
        },
        ParameterCase(
            "/path/matrix/;primitive=blue/;number=5/;array=blue,black,brown/;object=R,100,G,200,B,150"
        ) {
            try await $0.pathMatrix(primitive: Table.text, number: 5, array: Table.list, object: Table.object)
        },
        ParameterCase(
            "/path/matrix-explode/;primitive=blue/;number=5/;array=blue;array=black;array=brown/;R=100;G=200;B=150"
        ) {
            try await $0.pathMatrixExplode(primitive: Table.text, number: 5, array: Table.list, object: Table.object)
        },
        ParameterCase("/path/matrix/;primitive/;number=0/;array=a,,b/;object=R,0") {
            try await $0.pathMatrix(primitive: "", number: 0, array: ["a", "", "b"], object: RGB(r: 0))
        },
        ParameterCase("/path/defaults/blue/blue,black,brown/R,100") {
            try await $0.pathDefaults(primitive: Table.text, array: Table.list, object: RGB(r: 100))
        },
    ]

    static let values = [
        ParameterCase("/path/simple/a%2Fb%3Fc%23d%25e%20%C3%BC/-1/a%2Cb,c%20d/R,0") {
            try await $0.pathSimple(primitive: "a/b?c#d%e ü", number: -1, array: ["a,b", "c d"], object: RGB(r: 0))
        },
        ParameterCase("/path/label/.a%2Fb/.-1/.a%2Eb.c/.R.0") {
            try await $0.pathLabel(primitive: "a/b", number: -1, array: ["a.b", "c"], object: RGB(r: 0))
        },
        ParameterCase("/path/matrix/;primitive=a%3Bb%3Dc/;number=1/;array=a%2Cb,c/;object=R,0") {
            try await $0.pathMatrix(primitive: "a;b=c", number: 1, array: ["a,b", "c"], object: RGB(r: 0))
        },
        ParameterCase("/path/within-one.2/.x-suffix") {
            try await $0.pathWithinSegments(first: "one", second: 2, third: "x")
        },
        ParameterCase(
            "/path/types/t/9223372036854775807/12.5/true/2024-02-29/2024-02-29T12%3A00%3A00.10%2B03%3A00"
                + "/6ba7b810-9dad-11d1-80b4-00c04fd430c8/first/ultra%20red"
        ) { client in
            try await client.pathTypes(
                text: "t", number: .max, amount: 12.5, flag: true, day: try Values.day(), instant: try Values.instant(),
                id: try Values.id(), choice: .first, named: .unrecognized("ultra red"))
        },
        ParameterCase("/path/inline/R,1,G,2/red,green") {
            try await $0.pathInline(color: .init(r: 1, g: 2), colors: [.red, .green])
        },
    ]
}
