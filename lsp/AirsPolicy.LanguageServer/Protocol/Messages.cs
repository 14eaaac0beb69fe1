namespace AirsPolicy.LanguageServer.Protocol;

/// <summary>A line for the user; 1 is an error.</summary>
internal sealed record ShowMessageParams(int Type, string Message)
{
    public const int Error = 1;
}
