namespace AirsPolicy.LanguageServer.Transport;

/// <summary>Why a request got no result (JSON-RPC 2.0, section 5.1, and LSP 3.17, Response Message).</summary>
internal enum ErrorCode
{
    ParseError = -32700,
    InvalidRequest = -32600,
    MethodNotFound = -32601,
    InvalidParams = -32602,
    InternalError = -32603,
    ServerNotInitialized = -32002,
    RequestFailed = -32803,
    RequestCancelled = -32800,
}
