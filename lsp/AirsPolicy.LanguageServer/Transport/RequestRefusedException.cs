namespace AirsPolicy.LanguageServer.Transport;

/// <summary>Ends the handling of one message with an error that the client is told.</summary>
internal sealed class RequestRefusedException(ErrorCode code, string message) : Exception(message)
{
    public ErrorCode Code { get; } = code;
}
