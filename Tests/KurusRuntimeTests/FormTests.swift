import Foundation
import KurusRuntime
import KurusServer
import Testing

@Suite struct FormTests {
    @Test(
        arguments: [
            (["a": "b c", "d": "é&=+"], [:], "a=b+c&d=%C3%A9%26%3D%2B"),
            (["a": ["b", "c"], "d": 1.5, "e": true], [:], "a=b&a=c&d=1.5&e=true"),
            (["a": nil, "b": [], "c": [:]], [:], ""),
            (["a": ["b": "c", "d": ["e": 1]]], [:], "a%5Bb%5D=c&a%5Bd%5D%5Be%5D=1"),
            (["a": [["b": 1], ["b": 2]]], [:], "a%5B0%5D%5Bb%5D=1&a%5B1%5D%5Bb%5D=2"),
            (["a": ["b c", "d"]], ["a": FormEncoding(explode: false)], "a=b+c,d"),
            (["a": ["b", "c"]], ["a": FormEncoding(style: .spaceDelimited)], "a=b%20c"),
            (["a": ["b", "c"]], ["a": FormEncoding(style: .pipeDelimited)], "a=b%7Cc"),
            (["a": ["b", "c"]], ["a": FormEncoding(style: .deepObject)], "a%5B0%5D=b&a%5B1%5D=c"),
            (["a": ["b": "c"]], ["a": FormEncoding(style: .form)], "b=c"),
            (["a": ["b": 1]], ["a": FormEncoding(contentType: "application/json")], "a=%7B%22b%22%3A1%7D"),
            (["a": "b/c"], ["a": FormEncoding(allowReserved: true)], "a=b/c"),
            (["a b*-._~": ""], [:], "a+b*-._%7E="),
        ] as [(JSONValue, [String: FormEncoding], String)])
    func writesMembers(value: JSONValue, encodings: [String: FormEncoding], text: String) async throws {
        let request = try await captured(.post) { $0.form(value, encodings) }
        #expect(request?.body.map { String(decoding: $0, as: UTF8.self) } == text)
        #expect(request?.fields["Content-Type"] == "application/x-www-form-urlencoded")
    }

    @Test(
        arguments: [
            ("id=x&amount=1.50", [:], Payment(id: "x", amount: 1.5)),
            ("tags=a+b&amount=2&id=%78", [:], Payment(id: "x", amount: 2, tags: ["a b"])),
            ("tags=a&id=x&tags=b&amount=2", [:], Payment(id: "x", amount: 2, tags: ["a", "b"])),
            ("tags[]=a&tags[]=b&id=x&amount=2", [:], Payment(id: "x", amount: 2, tags: ["a", "b"])),
            ("tags%5B0%5D=a&id=x&amount=2", [:], Payment(id: "x", amount: 2, tags: ["a"])),
            (
                "tags=a,b%2Cc&id=x&amount=2", ["tags": FormEncoding(explode: false)],
                Payment(id: "x", amount: 2, tags: ["a", "b,c"])
            ),
            (
                "id=x&amount=2&destination[memberID]=7&destination[parent][memberID]=8&surplus=1", [:],
                Payment(id: "x", amount: 2, destination: .wallet(Wallet(memberID: 7, parent: Wallet(memberID: 8))))
            ),
        ] as [(String, [String: FormEncoding], Payment)])
    func readsMembers(text: String, encodings: [String: FormEncoding], payment: Payment) async throws {
        let route = APIRoute(.post, "/x") { (call) throws(APIError) in
            let read = try call.form(Payment.self, encodings)
            return .text(200, read == payment ? "equal" : "\(String(describing: read))")
        }
        let response = await APIRouter.respond(to: try request(.post, "/x", form: text), [route])
        #expect(response.text == "equal")
    }

    @Test(arguments: ["id=%ZZ&amount=1", "id=%FF&amount=1", "amount=1", "id=a&id=b&amount=1", "id=x&amount=1,5"])
    func refusesWhatDoesNotFit(text: String) async throws {
        let route = APIRoute(.post, "/x") { (call) throws(APIError) in
            _ = try call.form(Payment.self)
            return .empty(204)
        }
        let response = await APIRouter.respond(to: try request(.post, "/x", form: text), [route])
        #expect(response.status == 400)
    }

    @Test func deepBracketsDoNotUseUpTheStack() async throws {
        let route = APIRoute(.post, "/x") { (call) throws(APIError) in
            _ = try call.form(JSONValue.self)
            return .empty(204)
        }
        let text = "a" + String(repeating: "[b]", count: 200_000) + "=1"
        let response = await APIRouter.respond(to: try request(.post, "/x", form: text), [route])
        #expect(response.status == 204)
    }
}
