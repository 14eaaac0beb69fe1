using System.Collections.Concurrent;
using System.Text.Json;

namespace AirsPolicy.LanguageServer.Transport;

/// <summary>The requests that have come in and are not yet answered, so that they can be cancelled out of order.</summary>
internal sealed class RequestRegistry
{
    private readonly ConcurrentDictionary<string, CancellationTokenSource> _open = new(StringComparer.Ordinal);

    public CancellationToken Open(JsonElement id)
    {
        // A client that uses an id twice at once loses only the power to cancel the second.
        var source = new CancellationTokenSource();
        return _open.TryAdd(id.GetRawText(), source) ? source.Token : CancellationToken.None;
    }

    /// <summary>Cancels a request; one that is unknown or already answered is passed over (LSP 3.17, Cancellation Support).</summary>
    public void Cancel(JsonElement parameters)
    {
        if (parameters.ValueKind == JsonValueKind.Object
            && parameters.TryGetProperty("id", out var id)
            && _open.TryGetValue(id.GetRawText(), out var source))
        {
            source.Cancel();
        }
    }

    public void Close(JsonElement id) => _open.TryRemove(id.GetRawText(), out _);
}
