/// Public types of Swift, Foundation and KurusRuntime that generated source uses or that users expect to reach by their
/// plain name. A schema of such a name gets the suffix `Model`.
enum ReservedTypeNames {
    static let all: Set<String> = swift.union(foundation).union(runtime)

    static let swift: Set<String> = [
        "Actor", "Any", "AnyClass", "AnyHashable", "AnyObject", "AnySequence", "Array", "ArraySlice", "AsyncSequence",
        "AsyncStream", "Bool", "CaseIterable", "Character", "Clock", "Codable", "CodingKey", "Collection", "Comparable",
        "ContinuousClock", "CustomDebugStringConvertible", "CustomReflectable", "CustomStringConvertible", "Decodable",
        "Decoder", "Dictionary", "Double", "Duration", "Encodable", "Encoder", "Equatable", "Error", "Executor",
        "Float", "Hashable", "Hasher", "Identifiable", "Int", "Int128", "Int16", "Int32", "Int64", "Int8", "Iterator",
        "IteratorProtocol", "KeyPath", "KeyValuePairs", "MainActor", "Mirror", "Never", "Numeric", "Optional",
        "Protocol", "Range", "RawRepresentable", "Regex", "Result", "Self", "Sendable", "Sequence", "Set", "Slice",
        "StaticString", "String", "Substring", "Task", "TaskGroup", "TaskLocal", "TextOutputStream",
        "TextOutputStreamable", "Type", "UInt", "UInt128", "UInt16", "UInt32", "UInt64", "UInt8", "Unicode",
        "UnsafeBufferPointer", "UnsafePointer", "Void",
    ]

    static let foundation: Set<String> = [
        "Bundle", "Calendar", "CharacterSet", "Data", "Date", "DateComponents", "DateFormatter", "DateInterval",
        "Decimal", "Dimension", "FileHandle", "FileManager", "Formatter", "HTTPCookie", "HTTPURLResponse", "Host",
        "IndexPath", "IndexSet", "JSONDecoder", "JSONEncoder", "JSONSerialization", "Locale", "Lock", "Measurement",
        "NSNumber", "NSObject", "NSString", "Notification", "NotificationCenter", "NumberFormatter", "Operation",
        "OperationQueue", "Pipe", "Port", "Process", "ProcessInfo", "Progress", "PropertyListDecoder",
        "PropertyListEncoder", "RunLoop", "Scanner", "Stream", "Thread", "TimeInterval", "TimeZone", "Timer", "URL",
        "URLComponents", "URLQueryItem", "URLRequest", "URLResponse", "URLSession", "UUID", "Unit", "UserDefaults",
    ]

    static let runtime: Set<String> = [
        "APIAttempt", "APIAttemptEnding", "APIClient", "APIError", "APIHooks", "APIRequest", "APIResponse",
        "APIRoute", "APIRouter", "APIServer", "CalendarDate", "DateTime", "DeadlineExceeded", "DecimalText",
        "FilePart", "FormEncoding", "HTTPFieldName", "HTTPFields", "HTTPMethod", "HTTPRequest", "HTTPResponse",
        "HTTPTransport", "Indirect", "JSONChoice", "JSONDirection", "JSONError", "JSONInteger", "JSONKey", "JSONKind",
        "JSONModel", "JSONNumber", "JSONObject", "JSONReadable", "JSONReader", "JSONReaderOptions", "JSONReadings",
        "JSONValue", "JSONVisibility", "JSONWritable", "JSONWriteError", "JSONWriter", "KurusHTTP", "KurusJSON",
        "KurusRuntime", "KurusServer", "KurusTransport", "LibcurlTransport", "LibcurlUnavailable", "MaskedText",
        "MultipartModel", "MultipartReader", "MultipartWriter", "NotSent", "Nullable", "OpenEnum", "OperationEffect",
        "OutcomeUnknown", "ParameterStyle", "PlatformTransport", "Redaction", "Refusal", "RefusalRule",
        "RequestSigner", "ResponseMeaning", "RetryPolicy", "Secret", "ServerCall", "StatusRefusals", "TransportError",
        "TransportFailure", "URLSessionTransport", "UnreadableAnswer",
    ]
}
