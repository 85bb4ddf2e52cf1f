import EveryAnswerAPI
import Foundation
import KurusRuntime
import KurusServer
import Testing

/// `readOnly` and `writeOnly` in both directions (OpenAPI 3.0.3, §4.7.24.1).
@Suite struct DirectionTests {
    private static let sent = #"{"name":"n","password":"p","backup":{"title":"b"},"pin":null}"#
    private static let answered =
        #"{"id":"i","name":"n","owner":{"ownerId":1},"backup":{"ownerId":2,"title":"b"},"state":"open"}"#

    private static var request: Account {
        Account(name: "n", password: "p", backup: Owner(title: "b"), pin: .null)
    }

    private static var response: Account {
        Account(
            id: "i", name: "n", owner: Owner(ownerId: 1), backup: Owner(ownerId: 2, title: "b"), state: .open)
    }

    @Test func eachDirectionCarriesItsMembers() async throws {
        let exchange = AnswerExchange(.content(Self.answered))
        #expect(try await exchange.client.accountJSON(body: Self.request) == Self.response)
        #expect(exchange.requests.map { String(decoding: $0.body ?? [], as: UTF8.self) } == [Self.sent])
        let several = AnswerExchange(.content("[\(Self.answered)]"))
        #expect(try await several.client.accountList(body: [Self.request]) == [Self.response])
        #expect(several.requests.map { String(decoding: $0.body ?? [], as: UTF8.self) } == ["[\(Self.sent)]"])
    }

    /// A value that was read, completed with what requests require, is sent without what only responses carry.
    @Test func valueThatWasReadIsSentWithoutReadOnlyMembers() async throws {
        var account = try read(Account.self, Self.answered)
        account.password = "p"
        account.pin = .null
        let request = try await AnswerExchange.request(.content(Self.answered)) { [account] in
            _ = try await $0.accountJSON(body: account)
        }
        #expect(String(decoding: request.body ?? [], as: UTF8.self) == Self.sent)
        #expect(try read(Account.self, json(account)) == account)
    }

    @Test func requestWithoutRequiredWriteOnlyMemberIsNotSent() async {
        let client = AnswerExchange.client(.content(Self.answered))
        let missing = await reasonNotSent { _ = try await client.accountJSON(body: Self.response) }
        #expect(missing == "the content lacks the required member /password")
        let second = await reasonNotSent { _ = try await client.accountList(body: [Self.request, Self.response]) }
        #expect(second == "the content lacks the required member /1/password")
        let form = await reasonNotSent { _ = try await client.accountForm(body: Self.response) }
        #expect(form == "the form lacks the required member /password")
        let query = await reasonNotSent { try await client.accountQuery(account: Self.response) }
        #expect(query == "the parameter account lacks the required member /password")
    }

    @Test func serverDemandsWhatRequestsRequire() async throws {
        for (content, status) in [
            (Self.sent, 200), (#"{"name":"n","pin":"1"}"#, 400), (#"{"name":"n","password":""}"#, 400),
        ] {
            let body = HTTPRequest(
                method: .post, url: try #require(URL(string: "https://api.example.com")),
                fields: ["Content-Type": "application/json"], body: Array(content.utf8))
            let response = try await AnswerExchange.response(
                to: .post, "/accounts/json", answering: .content(Self.answered), body: body)
            #expect(response.status == status)
        }
    }

    @Test(arguments: [#"{"name":"n"}"#, #"{"id":"i","name":"n","backup":{}}"#])
    func responseWithoutRequiredReadOnlyMemberIsUnreadable(_ content: String) async {
        await #expect {
            try await AnswerExchange.client(.content(content)).accountJSON(body: Self.request)
        } throws: { isUnreadable($0, "missing member") }
    }

    /// The server's half: it sends no `writeOnly` member, and nothing that lacks a required `readOnly` one.
    @Test func serverSendsWhatResponsesCarry() async throws {
        var account = Self.response
        account.password = "secret"
        account.pin = .value("1")
        let answer = try await answer(account)
        #expect(answer == .content(Self.answered))
        account.id = nil
        let incomplete = try await self.answer(account)
        #expect(incomplete.status == 500)
        #expect(!String(decoding: incomplete.body, as: UTF8.self).contains("secret"))
    }

    /// Returns what a server sends when its operation answers with the account.
    private func answer(_ account: Account) async throws -> HTTPResponse {
        let url = try #require(URL(string: "https://api.example.com/accounts/json"))
        let route = APIRoute(.post, "/accounts/json") { _ in .json(200, account) }
        return await APIRouter.respond(to: HTTPRequest(method: .post, url: url), [route])
    }

    @Test func formsCarryTheirDirectionsMembers() async throws {
        let answer = "id=i&name=n&owner%5BownerId%5D=1&backup%5BownerId%5D=2&backup%5Btitle%5D=b&state=open"
        let exchange = AnswerExchange(.formText(answer))
        var request = Self.request
        request.pin = .value("1")
        #expect(try await exchange.client.accountForm(body: request) == Self.response)
        #expect(
            exchange.requests.map { String(decoding: $0.body ?? [], as: UTF8.self) }
                == ["name=n&password=p&backup%5Btitle%5D=b&pin=1"])
        try await exchange.client.accountQuery(account: request)
        #expect(
            exchange.requests.last?.url.query(percentEncoded: true)
                == "account%5Bname%5D=n&account%5Bpassword%5D=p&account%5Bbackup%5D%5Btitle%5D=b&account%5Bpin%5D=1")
    }

    @Test func partsCarryTheirDirectionsMembers() async throws {
        let text = """
            --B
            Content-Disposition: form-data; name="id"

            i
            --B
            Content-Disposition: form-data; name="name"

            n
            --B
            Content-Disposition: form-data; name="backup"
            Content-Type: application/json

            {"ownerId":2}
            --B--

            """
        let exchange = AnswerExchange(.partsText(text))
        let answer = try await exchange.client.accountParts(
            body: .init(name: "n", password: "p", backup: Owner(ownerId: 3, title: "b"), pin: "1"))
        #expect(answer == .init(id: "i", name: "n", backup: Owner(ownerId: 2)))
        let request = try #require(exchange.requests.first)
        #expect(FramedContent(request.fields, request.body ?? []).text.contains("\n{\"title\":\"b\"}\n"))
    }
}
