using AirsPolicy.LanguageServer.Server;
using AirsPolicy.LanguageServer.Tests.Transport;

namespace AirsPolicy.LanguageServer.Tests.Session;

public sealed class RunTests
{
    private const string Initialize = """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{}}""";
    private const string Shutdown = """{"jsonrpc":"2.0","id":9,"method":"shutdown"}""";
    private const string Exit = """{"jsonrpc":"2.0","method":"exit"}""";

    [Fact]
    public void Garbage_is_answered_and_does_not_end_the_server()
    {
        var (code, answers) = Run(Frames.Of("{", "[]", Initialize, new string(' ', 5_000), Shutdown, Exit), maxBytes: 4_000);
        Assert.Equal(0, code);
        Assert.Equal(["null -32700", "null -32600", "1", "null -32600", "9"], answers);
    }

    [Fact]
    public void Answers_come_in_the_order_of_the_requests()
    {
        var asked = Enumerable.Range(10, 50).Select(id => $$"""{"jsonrpc":"2.0","id":{{id}},"method":"x"}""");
        var (_, answers) = Run(Frames.Of([Initialize, .. asked, Shutdown, Exit]));
        Assert.Equal(["1", .. Enumerable.Range(10, 50).Select(id => $"{id} -32601"), "9"], answers);
    }

    [Fact]
    public void An_input_that_just_ends_is_exit_code_1() => Assert.Equal(1, Run(Frames.Of(Initialize)).Code);

    [Fact]
    public void A_client_that_no_longer_reads_is_exit_code_1()
    {
        using var closed = new ClosedStream();
        Assert.Equal(1, LanguageServerProcess.Run(new MemoryStream(Frames.Of(Initialize)), closed, new LanguageServerOptions()));
    }

    private static (int Code, List<string> Answers) Run(byte[] input, int maxBytes = 1 << 20)
    {
        using var output = new MemoryStream();
        var code = LanguageServerProcess.Run(new MemoryStream(input), output, new LanguageServerOptions { MaxMessageBytes = maxBytes });
        var answers = Frames.ReadMessages(output.ToArray()).Select(message => message.TryGetProperty("error", out var error)
            ? $"{message.GetProperty("id").GetRawText()} {error.GetProperty("code").GetInt32()}"
            : message.GetProperty("id").GetRawText());
        return (code, answers.ToList());
    }

    private sealed class ClosedStream : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("The pipe is closed.");

        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("The pipe is closed.");
    }
}
