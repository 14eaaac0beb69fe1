using AirsPolicy.LanguageServer.Server;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer;

/// <summary>The language server over two streams: LSP 3.17 with <c>Content-Length</c> framing, for one client.</summary>
public static class LanguageServerProcess
{
    /// <summary>Serves until the client says <c>exit</c> or closes its end. Blocks the calling thread; a second one reads ahead.</summary>
    /// <param name="input">What the client writes.</param>
    /// <param name="output">What the client reads; nothing else may be written to it.</param>
    /// <param name="options">What the server takes from its surroundings.</param>
    /// <returns>The exit code of the process: 0 if the client asked for <c>shutdown</c> before it left, else 1.</returns>
    public static int Run(Stream input, Stream output, LanguageServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(options);
        var requests = new RequestRegistry();
        using var inbox = new Inbox(input, options.MaxMessageBytes, requests);
        var session = new ServerSession(new MessageWriter(output), requests, options);
        inbox.Start();
        try
        {
            while (session.ExitCode is null)
            {
                if (session.IsPublishDue(inbox.IsIdle))
                    session.Publish();
                else
                    session.Handle(inbox.Take());
            }
        }
        catch (IOException closed)
        {
            options.Log.WriteLine($"airs lsp: the client no longer reads: {closed.Message}");
            return 1;
        }

        return session.ExitCode.Value;
    }
}
