using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using AirsPolicy.LanguageServer.Transport;

namespace AirsPolicy.LanguageServer.Tests.Process;

/// <summary>A language server in a process of its own, spoken to over its pipes. The benchmarks drive it too.</summary>
internal sealed class ServerProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    private readonly System.Diagnostics.Process _process;
    private readonly BlockingCollection<JsonElement> _messages = [];
    private int _lastId;

    private ServerProcess(System.Diagnostics.Process process)
    {
        _process = process;
        new Thread(ReadAll) { IsBackground = true }.Start();
    }

    /// <summary>Starts a server and initializes it.</summary>
    /// <param name="fileName">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    public static ServerProcess Start(string fileName, params string[] arguments)
    {
        var start = new ProcessStartInfo(fileName, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var server = new ServerProcess(System.Diagnostics.Process.Start(start)!);
        server.Request("initialize", """{"processId":null,"rootUri":null,"capabilities":{}}""");
        server.Send("""{"jsonrpc":"2.0","method":"initialized","params":{}}""");
        return server;
    }

    /// <summary>
    /// How long processors have worked for the server. On Linux to the nanosecond; elsewhere as finely as the system counts.
    /// </summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var tasks = new DirectoryInfo(string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/task"));
            if (!tasks.Exists)
            {
                _process.Refresh();
                return _process.TotalProcessorTime;
            }

            // The first number is the time on a processor, in nanoseconds. Threads that have ended are not counted, and the server ends
            // none while it serves.
            var nanoseconds = tasks
                .EnumerateDirectories()
                .Sum(task =>
                    long.Parse(File.ReadAllText(Path.Combine(task.FullName, "schedstat")).Split(' ')[0], CultureInfo.InvariantCulture));
            return TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick);
        }
    }

    /// <summary>Sends a request and waits for its answer.</summary>
    public JsonElement Request(string method, string parameters)
    {
        var id = ++_lastId;
        Send($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}}}""");
        return WaitFor(message =>
            message.TryGetProperty("id", out var answered) && answered.ValueKind == JsonValueKind.Number && answered.GetInt32() == id);
    }

    public void Notify(string method, string parameters) => Send($$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""");

    /// <summary>Waits for the diagnostics of a version of any document.</summary>
    public JsonElement DiagnosticsOf(int version) =>
        WaitFor(message =>
                message.TryGetProperty("method", out var method)
                && method.GetString() == "textDocument/publishDiagnostics"
                && message.GetProperty("params").TryGetProperty("version", out var published)
                && published.GetInt32() == version)
            .GetProperty("params");

    /// <summary>Says goodbye and gives the exit code.</summary>
    public int Leave()
    {
        Request("shutdown", "null");
        Send("""{"jsonrpc":"2.0","method":"exit"}""");
        return _process.WaitForExit(s_patience) ? _process.ExitCode : throw new TimeoutException("The server did not exit.");
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        _messages.Dispose();
    }

    private JsonElement WaitFor(Func<JsonElement, bool> wanted)
    {
        while (_messages.TryTake(out var message, s_patience))
        {
            if (wanted(message))
                return message;
        }

        throw new TimeoutException("The server did not answer.");
    }

    private void Send(string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        var stream = _process.StandardInput.BaseStream;
        stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {bytes.Length}\r\n\r\n")));
        stream.Write(bytes);
        stream.Flush();
    }

    private void ReadAll()
    {
        try
        {
            var frames = new FrameReader(_process.StandardOutput.BaseStream, 64 << 20);
            for (var frame = frames.Read(); frame.Status == FrameStatus.Message; frame = frames.Read())
                _messages.Add(JsonElement.Parse(frame.Body.Span));
        }
        catch (Exception closed) when (closed is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over and has closed the pipe or the queue.
        }
    }
}
