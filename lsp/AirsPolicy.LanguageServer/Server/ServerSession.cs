using System.Collections.Frozen;
using System.Text.Json;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>The life of one client: which messages are heard in which state, and the one place where our own faults end.</summary>
internal sealed class ServerSession(MessageWriter writer, RequestRegistry requests, LanguageServerOptions options)
{
    private static readonly FrozenDictionary<string, RequestMethod> s_requests =
        RequestMethods.All.ToFrozenDictionary(method => method.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, NotificationMethod> s_notifications =
        NotificationMethods.All.ToFrozenDictionary(method => method.Name, StringComparer.Ordinal);

    private ServerState? _state;
    private bool _isShutDown;

    /// <summary>The exit code once the client has left, or null.</summary>
    public int? ExitCode { get; private set; }

    /// <summary>Whether diagnostics are to be published now: at once where nothing waits, and in any case before long.</summary>
    public bool IsPublishDue(bool isIdle) => _state is { } state && !_isShutDown && state.Publisher.IsDue(isIdle);

    public void Publish() => Guard("diagnostics", () => _state!.Publisher.Publish(_state.Workspace));

    public void Handle(IncomingMessage message)
    {
        switch (message)
        {
            case IncomingMessage.End:
            case IncomingMessage.Notification { Method: "exit" }:
                ExitCode = _isShutDown ? 0 : 1;
                break;
            case IncomingMessage.Faulty faulty:
                writer.Refuse(faulty.Id, faulty.Code, faulty.Reason);
                break;
            case IncomingMessage.Request request:
                Answer(request);
                requests.Close(request.Id);
                break;
            case IncomingMessage.Notification notification when _state is { } state && !_isShutDown:
                if (s_notifications.TryGetValue(notification.Method, out var method))
                    Guard(notification.Method, () => method.Handle(state, notification.Params));
                break;
        }
    }

    private void Answer(IncomingMessage.Request request)
    {
        try
        {
            Action<MessageWriter, JsonElement> reply = request switch
            {
                { Method: "initialize" } => Initialize(request),
                _ when _state is null => throw new RequestRefusedException(
                    ErrorCode.ServerNotInitialized,
                    "The first request is 'initialize'."),
                _ when _isShutDown => throw new RequestRefusedException(ErrorCode.InvalidRequest, "The server has been shut down."),
                { Method: "shutdown" } => ShutDown(),
                _ when !s_requests.TryGetValue(request.Method, out _) =>
                    throw new RequestRefusedException(ErrorCode.MethodNotFound, $"There is no method '{request.Method}'."),
                _ => Carry(request),
            };
            reply(writer, request.Id);
        }
        catch (OperationCanceledException)
        {
            writer.Refuse(request.Id, ErrorCode.RequestCancelled, "The request was cancelled.");
        }
        catch (RequestRefusedException refused)
        {
            writer.Refuse(request.Id, refused.Code, refused.Message);
        }
        catch (Exception fault) when (fault is not IOException)
        {
            Log(request.Method, fault);
            writer.Refuse(request.Id, ErrorCode.InternalError, "The server failed to answer; its log says why.");
        }
    }

    private Action<MessageWriter, JsonElement> Carry(IncomingMessage.Request request)
    {
        request.Cancelled.ThrowIfCancellationRequested();
        var reply = s_requests[request.Method].Handle(_state!, request.Params);
        request.Cancelled.ThrowIfCancellationRequested();
        return reply;
    }

    private Action<MessageWriter, JsonElement> Initialize(IncomingMessage.Request request)
    {
        if (_state is not null)
            throw new RequestRefusedException(ErrorCode.InvalidRequest, "'initialize' is asked once.");
        _state = ServerState.Create(Parameters.Read(request.Params, Protocol.LspJson.Default.InitializeParams), writer, options);
        return Capabilities.Reply;
    }

    private Action<MessageWriter, JsonElement> ShutDown()
    {
        _isShutDown = true;
        return static (writer, id) => writer.Acknowledge(id);
    }

    private void Guard(string what, Action action)
    {
        try
        {
            action();
        }
        catch (Exception fault) when (fault is not IOException)
        {
            Log(what, fault);
        }
    }

    private void Log(string what, Exception fault) => options.Log.WriteLine($"airs lsp: {what}: {fault}");
}
