import SourceText
import SpecPages
import SpecTree
import SpecTestSupport
import Testing

struct FencedCodeTests {
    /// A page with the location of each block's content marked, and the contents.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let page: String
        let blocks: [String]

        init(_ name: String, _ page: String, _ blocks: String...) {
            testDescription = name
            self.page = page
            self.blocks = blocks
        }
    }

    static let fences = [
        Case("backticks", "```\n▲{}\n```\n", "{}\n"),
        Case("tildes", "~~~\n▲{}\n~~~\n", "{}\n"),
        Case("two are too few", "``\n{}\n``\n"),
        Case("a longer fence is closed by one as long", "````\n▲```\n`````\n", "```\n"),
        Case("the other character closes nothing", "~~~\n▲```\n~~~\n", "```\n"),
        Case("backticks close no tildes", "```\n▲~~~\n```\n", "~~~\n"),
        Case("three spaces of indentation", "   ```\n▲   {}\n  ```\n", "   {}\n"),
        Case("four spaces are indented code", "    ```\n    {}\n    ```\n"),
        Case("a closing fence indented by four closes nothing", "```\n▲{}\n    ```\n", "{}\n    ```\n"),
        Case("a closing fence has no info string", "```\n▲{}\n``` json\n", "{}\n``` json\n"),
        Case("a closing fence may have blanks behind it", "```\n▲{}\n``` \t\n```\n▲x", "{}\n", "x"),
        Case("an info string", "``` json {x=y} \n▲{}\n```", "{}\n"),
        Case("no backtick in the info string of backticks", "``` js`on\n{}\n"),
        Case("backticks in the info string of tildes", "~~~ a ``` ~~~\n▲{}\n~~~", "{}\n"),
        Case("not closed", "```json\n▲{\n}", "{\n}"),
        Case("nothing behind the fence", "```▲", ""),
        Case("empty", "```\n▲```\n", ""),
        Case("only blank lines", "```\n▲\n  \n```\n", "\n  \n"),
        Case("two blocks", "```\n▲1\n```\n```\n▲2\n```\n", "1\n", "2\n"),
        Case("interrupts a paragraph", "text\n```\n▲{}\n```\ntext", "{}\n"),
        Case("behind a heading", "# title\n```\n▲{}\n```", "{}\n"),
        Case("behind a setext heading", "title\n---\n```\n▲{}\n```", "{}\n"),
        Case("CR LF", "text\r\n```json\r\n▲{\r\n}\r\n```\r\ntext\r\n", "{\r\n}\r\n"),
        Case("CR alone", "text\r```\r▲{}\r```\r", "{}\r"),
        Case("a byte order mark", "\u{FEFF}```\n▲{}\n```\n", "{}\n"),
        Case("a tab before the content", "```\n▲\t{}\n```\n", "\t{}\n"),
        Case("a tab is four columns", "\t```\n\t{}\n\t```\n"),
        Case("inline code is not a fence", "a ``` b\n{}\n"),
        Case("text of many bytes", "ş👍\n```\n▲\"ğ\"\n```\n", "\"ğ\"\n"),
    ]

    static let containers = [
        Case("quote", "> ```\n▲> {\n> }\n> ```\n", "  {\n  }\n"),
        Case("quote without blanks", ">```\n▲>{}\n>```\n", " {}\n"),
        Case("a quote's end ends the block", "> ```\n▲> {}\ntext\n", "  {}\n"),
        Case("a fence behind a quote is another", "> ```\n▲> {}\n```\n▲x\n```", "  {}\n", "x\n"),
        Case("an empty line ends a quote", "> ```\n▲> {\n\n> }\n", "  {\n"),
        Case("quote in a quote", "> > ```\n▲> > {}\n> > ```\n", "    {}\n"),
        Case("an outer quote alone ends an inner block", "> > ```\n▲> > {}\n> x\n", "    {}\n"),
        Case("five blanks in a quote are indented code", ">     ```\n>     {}\n"),
        Case("a tab in a quote", ">\t```\n▲>\t{}\n>\t```\n", " \t{}\n"),
        Case("bullet", "- ```\n▲  {}\n  ```\n", "  {}\n"),
        Case("bullets of all kinds", "* ```\n▲  1\n\n+ ```\n▲  2\n", "  1\n\n", "  2\n"),
        Case("a bullet's end ends the block", "- ```\n▲  {}\ntext\n", "  {}\n"),
        Case("an empty line ends no bullet", "- ```\n▲  {\n\n  }\n  ```\n", "  {\n\n  }\n"),
        Case("a fence behind the bullet's text", "- text\n\n  ```\n▲  {}\n  ```\n", "  {}\n"),
        Case("four blanks in a bullet are two", "- text\n\n    ```\n▲    {}\n    ```\n", "    {}\n"),
        Case("six blanks in a bullet are indented code", "- text\n\n      ```\n      {}\n"),
        Case("number", "1. ```\n▲   {}\n   ```\n", "   {}\n"),
        Case("number with a parenthesis", "12) ```\n▲    {}\n    ```\n", "    {}\n"),
        Case("less indented than the number's text", "10. text\n\n   ```\n▲   {}\n   ```\n", "   {}\n"),
        Case("nested lists", "- a\n  1. b\n\n     ```\n▲     {}\n     ```\n", "     {}\n"),
        Case("lists begun on one line", "- 1. - ```\n▲       {}\n       ```\n", "       {}\n"),
        Case("an item that begins with an empty line", "-\n  ```\n▲  {}\n  ```\n", "  {}\n"),
        Case("an item that begins with two empty lines ends", "-\n\n  ```\n▲  {}\n```\n", "  {}\n"),
        Case("the next item ends the block", "- ```\n▲  1\n- ```\n▲  2\n", "  1\n", "  2\n"),
        Case("quote in a list", "- > ```\n▲  > {}\n  > ```\n", "    {}\n"),
        Case("list in a quote", "> - ```\n▲>   {}\n>   ```\n", "    {}\n"),
        Case("ten digits are no number", "1234567890. ```\n"),
        Case("two does not interrupt a paragraph", "text\n2. ```\nx"),
        Case("a lazy line", "> text\nlazy\n> ```\n▲> {}\n> ```\n", "  {}\n"),
        Case("a lazy line keeps its item", "- text\nlazy\n\n  ```\n▲  {}\n\n  ```\n", "  {}\n\n"),
        Case("a thematic break is no item", "* * *\n  ```\n▲  {}\n```\n", "  {}\n"),
        Case("a tab behind a bullet", "-\t```\n▲\t{}\n\t```\n", " {}\n"),
        Case("code on the marker's line", "-     code\n\n  ```\n▲  {}\n  ```\n", "  {}\n"),
    ]

    static let otherBlocks = [
        Case("front matter", "---\ntitle: x\n```\n---\n```\n▲{}\n```\n", "{}\n"),
        Case("front matter behind a byte order mark", "\u{FEFF}---\n```\n---  \n```\n▲{}\n```\n", "{}\n"),
        Case("front matter with CR LF", "---\r\n```\r\n---\r\n```\r\n▲{}\r\n```\r\n", "{}\r\n"),
        Case("a thematic break at the start", "---\n```\n▲{}\n```\n", "{}\n"),
        Case("no front matter further down", "\n---\n```\n▲---\n```\n", "---\n"),
        Case("an HTML comment", "<!--\n```\n{}\n```\n-->\n```\n▲1\n```\n", "1\n"),
        Case("an HTML comment on one line", "<!-- ``` -->\n```\n▲1\n```\n", "1\n"),
        Case("an HTML element ends at an empty line", "<details>\n```\n\n```\n▲1\n```\n", "1\n"),
        Case("verbatim HTML", "<pre>\n\n```\n{}\n```\n</pre>\n```\n▲1\n```\n", "1\n"),
        Case("a tag alone on its line", "<x-a b c='d' e = \"f\" g=h />\n```\n\n```\n▲1\n```\n", "1\n"),
        Case("a tag with text behind it", "<x-a b=> c\n```\n▲1\n```\n", "1\n"),
        Case("a tag alone does not interrupt a paragraph", "text\n<x-a>\n```\n▲1\n```\n", "1\n"),
        Case("HTML in a quote ends with it", "> <!--\n```\n▲1\n```\n", "1\n"),
        Case("an autolink is no HTML", "<https://example.com>\n```\n▲1\n```\n", "1\n"),
        Case("a tag that only begins like one", "<prefix> x\n```\n▲1\n```\n", "1\n"),
    ]

    @Test(arguments: fences + containers + otherBlocks)
    func findsFencedBlocks(_ example: Case) {
        let page = MarkedText(example.page)
        let blocks = FencedCode.blocks(in: page.file("page.md"))
        #expect(blocks.map { String(decoding: $0.text.bytes, as: UTF8.self) } == example.blocks)
        #expect(blocks.map(\.text.start) == page.offsets)
    }

    @Test(arguments: [
        ("```json\n```", "json"), ("~~~  json  yaml \n~~~", "json  yaml"), ("```\n```", ""), ("```a\r\n```", "a"),
    ])
    func keepsTheInfoString(page: String, infoString: String) {
        #expect(FencedCode.blocks(in: SourceFile("page.md", page)).map(\.infoString) == [infoString])
    }

    @Test(arguments: ["> ", "- ", ">", "1. ", "* - > "], ["a\n", "```\n", "* *\n"])
    func passesOverAbsurdNesting(marker: String, end: String) {
        let line = String(repeating: marker, count: 20_000) + end
        let page = String(repeating: line, count: 5) + "\n\n```\n{}\n```\n"
        let blocks = FencedCode.blocks(in: SourceFile("page.md", page))
        #expect(blocks.last.map { String(decoding: $0.text.bytes, as: UTF8.self) } == "{}\n")
    }

    @Test(arguments: [
        [], [0x80], [0xEF, 0xBB, 0xBF], [0x0D], [0xEF, 0xBB], [UInt8](repeating: 0x60, count: 3) + [0xFF],
    ])
    func survivesAnyBytes(bytes: [UInt8]) {
        let blocks = FencedCode.blocks(in: SourceFile(path: "page.md", bytes: bytes))
        #expect(blocks.count == (bytes.count == 4 ? 1 : 0))
    }
}
