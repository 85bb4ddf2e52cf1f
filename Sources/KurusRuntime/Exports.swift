// Generated code imports KurusRuntime alone: the reader, the writer and the HTTP types come with it.
@_exported public import KurusHTTP
@_exported public import KurusJSON
