import EveryParameterAPI
import Foundation
import KurusRuntime

enum QueryParameterCases {
    private typealias Table = StyleTable

    static let styles = [
        ParameterCase(
            "/query/form-explode/required?primitive=blue&number=5&array=blue&array=black&array=brown&R=100&G=200&B=150"
        ) {
            try await $0.queryFormRequiredExplode(
                primitive: Table.text, number: 5, array: Table.list, object: Table.object)
        },
        ParameterCase(
            "/query/form/required?primitive=blue&number=5&array=blue,black,brown&object=R,100,G,200,B,150"
        ) {
            try await $0.queryFormRequired(primitive: Table.text, number: 5, array: Table.list, object: Table.object)
        },
        ParameterCase("/query/form-explode/optional") { try await $0.queryFormOptionalExplode() },
        ParameterCase("/query/form-explode/optional?primitive=") {
            try await $0.queryFormOptionalExplode(primitive: "")
        },
        ParameterCase("/query/form/optional?array=a,,b") { try await $0.queryFormOptional(array: ["a", "", "b"]) },
        ParameterCase("/query/form/optional?object=R,1") { try await $0.queryFormOptional(object: RGB(r: 1)) },
        ParameterCase(
            "/query/spaceDelimited?array=blue%20black%20brown&requiredArray=1%202&object=R%20100%20G%20200%20B%20150"
        ) {
            try await $0.querySpaceDelimited(array: Table.list, requiredArray: [1, 2], object: Table.object)
        },
        ParameterCase("/query/spaceDelimited-explode?array=blue&array=black&requiredArray=1&requiredArray=2") {
            try await $0.querySpaceDelimitedExplode(array: ["blue", "black"], requiredArray: [1, 2])
        },
        ParameterCase(
            "/query/pipeDelimited?array=blue%7Cblack%7Cbrown&requiredArray=1%7C2&object=R%7C100%7CG%7C200%7CB%7C150"
        ) {
            try await $0.queryPipeDelimited(array: Table.list, requiredArray: [1, 2], object: Table.object)
        },
        ParameterCase("/query/pipeDelimited-explode?requiredArray=1&requiredArray=2") {
            try await $0.queryPipeDelimitedExplode(requiredArray: [1, 2])
        },
        ParameterCase(
            "/query/deepObject?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150&filter%5Bname%5D=n%20m"
                + "&filter%5Bsince%5D=2024-02-29&filter%5Bstate%5D=open&map%5Ba%20b%5D=c%26d"
        ) {
            try await $0.queryDeepObject(
                color: Table.object, filter: .init(name: "n m", since: try Values.day(), state: .open),
                map: ["a b": "c&d"])
        },
        ParameterCase("/query/defaults?primitive=blue&number=5&array=blue&array=black&array=brown&R=100&G=200&B=150") {
            try await $0.queryDefaults(primitive: Table.text, number: 5, array: Table.list, object: Table.object)
        },
    ]

    static let values = [
        ParameterCase(
            "/query/reserved?plain=%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25"
                + "&reserved=:/?%23%5B%5D@!$%26'()*%2B,;=%25&reservedArray=a%2Cb,c/d&empty="
        ) {
            try await $0.queryReserved(
                plain: ":/?#[]@!$&'()*+,;=%", reserved: ":/?#[]@!$&'()*+,;=%", reservedArray: ["a,b", "c/d"], empty: "")
        },
        ParameterCase(
            "/query/types?number=-1&amount=0.1&flag=false&choice=third&requiredText=%C3%BC%20%2B&requiredNumber=1"
                + "&requiredAmount=1000000000000000000&requiredFlag=true&requiredDay=2024-02-29"
                + "&requiredInstant=2024-02-29T12%3A00%3A00.10%2B03%3A00"
                + "&requiredId=6ba7b810-9dad-11d1-80b4-00c04fd430c8&requiredChoice=second&requiredNamed=green"
        ) {
            try await $0.queryTypes(
                number: -1, amount: 0.1, flag: false, choice: .unrecognized("third"), requiredText: "ü +",
                requiredNumber: 1, requiredAmount: 1_000_000_000_000_000_000, requiredFlag: true,
                requiredDay: try Values.day(), requiredInstant: try Values.instant(), requiredId: try Values.id(),
                requiredChoice: .second, requiredNamed: .green)
        },
        ParameterCase(
            "/query/lists?listText=a%26b&listText=&listNumber=1&listAmount=0.5&listFlag=true&listFlag=false"
                + "&listDay=2024-02-29&listInstant=2024-02-29T12%3A00%3A00.10%2B03%3A00"
                + "&listId=6ba7b810-9dad-11d1-80b4-00c04fd430c8&listChoice=first&listNamed=red&listNamed=x&set=a,b"
        ) {
            try await $0.queryLists(
                listText: ["a&b", ""], listNumber: [1], listAmount: [0.5], listFlag: [true, false],
                listDay: [try Values.day()], listInstant: [try Values.instant()], listId: [try Values.id()],
                listChoice: [.first], listNamed: [.red, .unrecognized("x")], set: [.a, .b])
        },
        ParameterCase("/query/unions?textOrNumber=5&any=red&described=blue&untyped=true") {
            try await $0.queryUnions(textOrNumber: .integer(5), any: .color(.red), described: .blue, untyped: true)
        },
        ParameterCase("/query/unions?textOrNumber=five&any=red") {
            try await $0.queryUnions(textOrNumber: .string("five"), any: .color(.red))
        },
        ParameterCase("/query/unions?any=red") { try await $0.queryUnions(any: .color(.red)) },
        ParameterCase("/query/presence?requiredNullable=r&requiredWithDefault=x") {
            try await $0.queryPresence(requiredNullable: "r", requiredWithDefault: "x")
        },
        ParameterCase(
            "/query/names?snake_case=1&kebab-case=2&dot.ted=3&brackets%5B%5D=4&filter%5Bname%5D=5&%24dollar=6&%40at=7"
                + "&UPPER=8&1first=9"
        ) {
            try await $0.queryNames(
                snake_case: "1", kebabCase: "2", dotTed: "3", brackets: "4", filterName: "5", dollar: "6", at: "7",
                upper: "8", _1first: "9")
        },
        ParameterCase(
            "/references/6ba7b810-9dad-11d1-80b4-00c04fd430c8?locale=tr&sizes=small%7Clarge&alias=a",
            fields: ["X-Token: t"]
        ) {
            try await $0.references(
                key: try Values.id(), locale: .tr, sizes: [.small, .large], alias: "a", xToken: "t")
        },
    ]

    /// On arrival, an exploded map takes every other pair as its own.
    static let oneWay = [
        ParameterCase("/query/objects?R=1&G=2&typed=size,1,x,2") {
            try await $0.queryObjects(
                inline: .init(r: 1, g: 2), typed: .init(size: 1, additionalProperties: ["x": 2]))
        },
        ParameterCase("/query/objects?a%20b=1&c=%3D") {
            try await $0.queryObjects(open: ["c": "=", "a b": "1"])
        },
    ]
}
