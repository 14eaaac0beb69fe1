using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.Hosting.Reviewing;

namespace AirsPolicy.Cli.Reviewing;

/// <summary>A desk behind a pipe of this machine. It connects where it has to, and again once the connection is lost.</summary>
/// <param name="name">The name of the pipe, or the whole path of a socket.</param>
internal sealed class PipeDesk(string name) : IDesk, IDisposable
{
    // What a desk tells of one request has its facts, and comments beside them.
    private const int MostAnswerBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan s_connecting = TimeSpan.FromSeconds(2), s_answering = TimeSpan.FromMinutes(2);

    private NamedPipeClientStream? _pipe;
    private LineReader? _lines;

    public JsonObject Ask(JsonObject request) => AskAsync(request).GetAwaiter().GetResult();

    public void Dispose() => _pipe?.Dispose();

    private async Task<JsonObject> AskAsync(JsonObject request)
    {
        using var late = new CancellationTokenSource(s_answering);
        try
        {
            if (_pipe is null)
                await ConnectAsync(late.Token).ConfigureAwait(false);
            await _pipe!.WriteAsync(Encoding.UTF8.GetBytes(request.ToJsonString() + "\n"), late.Token).ConfigureAwait(false);
            if (await _lines!.ReadAsync(late.Token).ConfigureAwait(false) is { } line && JsonNode.Parse(line) is JsonObject answer)
                return answer;
            throw new IOException("It was closed on the other side");
        }
        catch (Exception fault) when (IsLoss(fault))
        {
            if (_pipe is not null)
                await _pipe.DisposeAsync().ConfigureAwait(false);
            _pipe = null;
            throw new DeskLostException($"There is no connection to '{name}': {fault.Message.TrimEnd('.')}.");
        }
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        // Whoever can make a socket at a whole path says who may use it; elsewhere nobody else's pipe will do.
        var options = PipeOptions.Asynchronous | (Path.IsPathRooted(name) ? PipeOptions.None : PipeOptions.CurrentUserOnly);
        _pipe = new NamedPipeClientStream(".", name, PipeDirection.InOut, options);
        await _pipe.ConnectAsync(s_connecting, cancellation).ConfigureAwait(false);
        _lines = new LineReader(_pipe, MostAnswerBytes);
    }

    private static bool IsLoss(Exception fault) =>
        fault is IOException or TimeoutException or OperationCanceledException or UnauthorizedAccessException or InvalidDataException
            or JsonException;
}
