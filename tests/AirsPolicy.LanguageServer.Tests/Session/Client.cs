using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AirsPolicy.LanguageServer.Server;
using AirsPolicy.LanguageServer.Tests.Transport;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer.Tests.Session;

/// <summary>Drives a session message by message, without streams and threads.</summary>
internal sealed class Client
{
    public const string Uri = "untitled:policy.airs";

    private readonly MemoryStream _output;
    private readonly ServerSession _session;
    private int _nextId = 1;

    public Client(LanguageServerOptions? options = null)
        : this(new MemoryStream(), new StringWriter(), options)
    {
    }

    private Client(MemoryStream output, StringWriter log, LanguageServerOptions? options)
    {
        _output = output;
        Log = log;
        _session = new ServerSession(
            new MessageWriter(_output),
            new RequestRegistry(),
            (options ?? new LanguageServerOptions()) with
            {
                Log = Log,
            }
        );
    }

    public StringWriter Log { get; }

    public ServerSession Session => _session;

    public int? ExitCode => _session.ExitCode;

    public static Client Initialized(string? root = null, LanguageServerOptions? options = null)
    {
        var client = new Client(options);
        client.Request("initialize", new JsonObject { ["rootUri"] = root, ["capabilities"] = new JsonObject() });
        client.Notify("initialized", new JsonObject());
        return client;
    }

    /// <summary>Sends a request and gives its whole answer.</summary>
    public JsonElement Request(string method, JsonNode? parameters, CancellationToken cancelled = default)
    {
        _session.Handle(new IncomingMessage.Request(JsonSerializer.SerializeToElement(_nextId++), method, Json(parameters), cancelled));
        return Assert.Single(Sent());
    }

    public void Notify(string method, JsonNode? parameters) => _session.Handle(new IncomingMessage.Notification(method, Json(parameters)));

    public void Handle(IncomingMessage message) => _session.Handle(message);

    public void Open(string text, string uri = Uri, int version = 1) => Notify("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri, ["languageId"] = "airs", ["version"] = version, ["text"] = text },
    });

    public void Change(int version, string text, JsonObject? range = null, string uri = Uri)
    {
        var change = new JsonObject { ["text"] = text };
        if (range is not null)
            change["range"] = range;
        Notify("textDocument/didChange", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = uri, ["version"] = version },
            ["contentChanges"] = new JsonArray(change),
        });
    }

    /// <summary>Lets the session publish if it would now, and gives the diagnostics by URI.</summary>
    public Dictionary<string, JsonElement> Published(bool isIdle = true)
    {
        while (_session.IsPublishDue(isIdle))
            _session.Publish();
        return Sent()
            .Where(message => message.TryGetProperty("method", out var method) && method.GetString() == "textDocument/publishDiagnostics")
            .Select(message => message.GetProperty("params"))
            .ToDictionary(parameters => parameters.GetProperty("uri").GetString()!, StringComparer.Ordinal);
    }

    /// <summary>What the server has sent since the last time.</summary>
    public List<JsonElement> Sent()
    {
        var messages = Frames.ReadMessages(_output.ToArray());
        _output.SetLength(0);
        return messages;
    }

    public static JsonObject Range(int startLine, int startCharacter, int endLine, int endCharacter) => new()
    {
        ["start"] = new JsonObject { ["line"] = startLine, ["character"] = startCharacter },
        ["end"] = new JsonObject { ["line"] = endLine, ["character"] = endCharacter },
    };

    public static JsonObject Place(int line, int character, string uri = Uri) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = uri },
        ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
    };

    private static JsonElement Json(JsonNode? node) =>
        node is null ? default : JsonElement.Parse(Encoding.UTF8.GetBytes(node.ToJsonString()));
}
