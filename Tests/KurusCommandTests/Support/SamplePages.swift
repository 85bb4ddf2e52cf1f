/// Pages that the tests generate clients from.
enum SamplePages {
    /// A page with one operation, which answers with a `Balance` that has one property.
    static func balance(property: String = "amount", prose: String = "The balance of an account.") -> String {
        """
        # Balance

        \(prose)

        ```json
        {"openapi": "3.0.3", "info": {"title": "Balances", "version": "1"},
        "paths": {"/balance": {"get": {"operationId": "getBalance", "responses": {"200": {"description": "The balance",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Balance"}}}}}}}},
        "components": {"schemas": {"Balance": {"type": "object", "properties": {"\(property)": {"type": "string"}}}}}}
        ```

        """
    }

    /// A page with one operation without a body, and no schema.
    static let ping = """
        ```json
        {"openapi": "3.0.3", "info": {"title": "Balances", "version": "1"},
        "paths": {"/ping": {"get": {"operationId": "ping", "responses": {"204": {"description": "Alive"}}}}}}
        ```

        """

    static func configuration(
        module: String = "BankAPI", inputs: String = "*.md", output: String = "../../Generated/BankAPI",
        more: String = ""
    ) -> String {
        #"{"module": "\#(module)", "inputs": ["\#(inputs)"], "output": "\#(output)"\#(more)}"# + "\n"
    }

    /// One provider with one page.
    static func bank(page: String = balance(), more: String = "") -> [String: String] {
        ["specs/bank/balance.md": page, "specs/bank/kurus.json": configuration(more: more)]
    }
}
