using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace AirsPolicy.ScriptedModel;

/// <summary>
/// A model behind the protocol of OpenAI's chat completions, whole and streamed, on loopback. It says what a script has written down, and
/// fails with status 501 where the script has nothing to say.
/// </summary>
public sealed class ModelServer : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopped = new();
    private readonly ConcurrentDictionary<Task, bool> _answering = [];
    private readonly ConcurrentQueue<JsonNode> _requests = [];
    private readonly ConcurrentQueue<string?> _keys = [];
    private readonly Script _script;
    private readonly HttpListener _listener;
    private readonly Task _listening;

    private ModelServer(Script script, HttpListener listener)
    {
        (_script, _listener) = (script, listener);
        _listening = ListenAsync();
    }

    /// <summary>The address for clients (<c>http://127.0.0.1:4711/v1</c>).</summary>
    public Uri Endpoint => new(_listener.Prefixes.First() + "v1");

    /// <summary>The body of each request so far.</summary>
    public IReadOnlyList<JsonNode> Requests => [.. _requests];

    /// <summary>What each request had as <c>Authorization</c>.</summary>
    public IReadOnlyList<string?> Authorizations => [.. _keys];

    /// <summary>Starts a model.</summary>
    /// <param name="replies">The script.</param>
    public static ModelServer Start(params ScriptedReply[] replies) => new(new Script(replies), Listener());

    /// <summary>Ends the model, with what it is answering.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopped.CancelAsync();
        _listener.Abort();
        await _listening;
        await Task.WhenAll(_answering.Keys);
        _stopped.Dispose();
    }

    // Somebody else may take the port before the listener does.
    private static HttpListener Listener()
    {
        while (true)
        {
            using var free = new TcpListener(IPAddress.Loopback, 0);
            free.Start();
            var port = ((IPEndPoint)free.LocalEndpoint).Port;
            free.Stop();
            var listener = new HttpListener { IgnoreWriteExceptions = true };
            listener.Prefixes.Add($"http://127.0.0.1:{port}/");
            try
            {
                listener.Start();
                return listener;
            }
            catch (HttpListenerException)
            {
                listener.Close();
            }
        }
    }

    private async Task ListenAsync()
    {
        while (!_stopped.IsCancellationRequested)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                var answer = Task.Run(() => AnswerAsync(context));
                _answering[answer] = true;
                _ = answer.ContinueWith(done => _answering.TryRemove(done, out _), TaskScheduler.Default);
            }
            catch (Exception end) when (end is HttpListenerException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        try
        {
            using var body = new StreamReader(context.Request.InputStream, Encoding.UTF8);
            var request = JsonNode.Parse(await body.ReadToEndAsync(_stopped.Token))!;
            _keys.Enqueue(context.Request.Headers["Authorization"]);
            _requests.Enqueue(request);
            var reply = context.Request.Url!.AbsolutePath.EndsWith("/chat/completions", StringComparison.Ordinal)
                ? _script.Next(request)
                : null;
            if (reply is not null)
                await reply.Until.WaitAsync(_stopped.Token);
            await WriteAsync(context.Response, request, reply ?? new ScriptedReply { Status = 501 });
        }
        // The client has gone, or the server goes: nobody hears an answer.
        catch (Exception gone) when (gone is HttpListenerException or IOException or OperationCanceledException or ObjectDisposedException)
        {
            context.Response.Abort();
        }
    }

    private async Task WriteAsync(HttpListenerResponse response, JsonNode request, ScriptedReply reply)
    {
        response.StatusCode = reply.Status;
        var streams = request["stream"]?.GetValue<bool>() == true && reply.Status == 200;
        response.ContentType = streams ? "text/event-stream" : "application/json";
        // A length that is not reached makes the end of the connection a failure, where the end of chunks would be one of the answer.
        if (reply.Breaks)
            response.ContentLength64 = int.MaxValue;
        else
            response.SendChunked = true;
        var parts = reply.Status != 200 ? ["""{"error":{"message":"scripted","type":"scripted"}}"""]
            : streams ? Completion.Streamed(request, reply)
            : Completion.Whole(request, reply);
        foreach (var part in reply.Breaks ? parts.Take(1) : parts)
        {
            await response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(streams ? $"data: {part}\n\n" : part), _stopped.Token);
            await response.OutputStream.FlushAsync(_stopped.Token);
        }
        if (reply.Breaks)
            response.Abort();
        else
            response.Close();
    }
}
