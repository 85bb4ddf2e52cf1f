/// How a parameter's value becomes text (OpenAPI 3.0.3, Parameter Object, "Style Values").
///
/// Beyond the specification's table:
/// - Null members and null elements are left out, and so is a parameter that has nothing else (RFC 6570 §2.3,
///   "undefined"); an empty array or object is therefore received as an absent one.
/// - `label` separates with `.`, as the table of 3.0.3 shows, also where RFC 6570 has `,`; dots inside elements of
///   arrays and objects are written `%2E`.
/// - `spaceDelimited` and `pipeDelimited` separate with `%20` and `%7C`, since neither character may stand in a URI
///   (RFC 3986 §2); a separator inside an element cannot be told from one between elements. Exploded they are `form`.
/// - `deepObject` writes brackets as `%5B` and `%5D` for the same reason, nested objects as `a[b][c]=d` and arrays
///   with their index, `a[b][0]=c`; a member name that holds a bracket cannot be told from nesting.
/// - An object or array inside any other style is its JSON text.
/// - In headers nothing is percent-encoded, so that a `,` inside an element cannot be told from one between elements,
///   and spaces around an element are lost.
/// - An exploded object of style `form` carries no name of its own: a receiver sees its members among the others of
///   the query.
public enum ParameterStyle: String, Hashable, Sendable {
    /// `a=1&b=2`: the default of query and cookie parameters.
    case form
    /// `1,2`: the default of path and header parameters.
    case simple
    /// `.1.2` in a path.
    case label
    /// `;a=1,2` in a path.
    case matrix
    /// `a=1%202` in a query.
    case spaceDelimited
    /// `a=1%7C2` in a query.
    case pipeDelimited
    /// `a[x]=1&a[y]=2` in a query.
    case deepObject
}
