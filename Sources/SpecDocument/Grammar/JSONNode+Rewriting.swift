import SpecTree

extension JSONNode {
    /// Documents nest as deep as JSON allows; objects deeper than this keep their form.
    private static var rewritingDepth: Int { 200 }

    /// Returns the object with other members, and so every object of the grammar inside of it.
    ///
    /// - Parameters:
    ///   - context: The knowledge of `rewrite` from the objects around, which it may change for those inside.
    ///   - rewrite: Returns the members of one object.
    func rewritingObjects<Context>(
        _ kind: ObjectKind, _ context: Context, depth: Int = 0,
        _ rewrite: (JSONNode, ObjectKind, inout Context) -> [JSONMember]
    ) -> JSONNode {
        guard depth < Self.rewritingDepth, members != nil else { return self }
        var context = context
        let members = rewrite(self, kind, &context)
        func inner(_ node: JSONNode, _ kind: ObjectKind) -> JSONNode {
            node.rewritingObjects(kind, context, depth: depth + 1, rewrite)
        }
        return JSONNode(
            .object(
                members.map { member in
                    let value = member.value.rewritingParts(kind.grammar.content(of: member.name), inner)
                    return JSONMember(member.name, at: member.location, value)
                }), at: location)
    }

    /// Returns the value of a field with the objects that it holds rewritten.
    private func rewritingParts(
        _ content: ObjectGrammar.Content, _ rewrite: (JSONNode, ObjectKind) -> JSONNode
    ) -> JSONNode {
        switch (content, self.content) {
        case (.object(let kind), _): rewrite(self, kind)
        case (.list(let kind), .array(let elements)):
            JSONNode(.array(elements.map { rewrite($0, kind) }), at: location)
        case (.map(let kind), .object(let members)):
            JSONNode(
                .object(members.map { JSONMember($0.name, at: $0.location, rewrite($0.value, kind)) }), at: location)
        default: self
        }
    }
}
