// Generated code imports only KurusRuntime, which re-exports the JSON and HTTP types.
@_exported public import KurusHTTP
@_exported public import KurusJSON
