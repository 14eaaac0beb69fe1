namespace AirsPolicy.LanguageServer.Tests.Process;

public sealed class ServerProcessTests
{
    [Fact]
    public void The_command_serves_an_editor_from_its_first_word_to_its_last()
    {
        using var server = ServerProcess.Start("dotnet", Checkout.AirsDll, "lsp", "--stdio");
        server.Notify(
            "textDocument/didOpen",
            """{"textDocument":{"uri":"untitled:a.airs","languageId":"airs","version":1,"text":"library a\nlet  x = \n"}}"""
        );
        Assert.Equal(1, server.DiagnosticsOf(1).GetProperty("diagnostics").GetArrayLength());
        server.Notify(
            "textDocument/didChange",
            """{"textDocument":{"uri":"untitled:a.airs","version":2},"contentChanges":[{"range":{"start":{"line":1,"character":9},"end":{"line":1,"character":9}},"text":"1"}]}"""
        );
        Assert.Equal(0, server.DiagnosticsOf(2).GetProperty("diagnostics").GetArrayLength());
        var edits = server
            .Request(
                "textDocument/formatting",
                """{"textDocument":{"uri":"untitled:a.airs"},"options":{"tabSize":2,"insertSpaces":true}}"""
            )
            .GetProperty("result");
        Assert.NotEqual(0, edits.GetArrayLength());
        Assert.Equal(0, server.Leave());
    }

    [Fact]
    public void Each_keystroke_gets_its_diagnostics()
    {
        var times = KeystrokeLatency.Measure("dotnet", [Checkout.AirsDll, "lsp"], lines: 120, strokes: 5, warmUp: 0);
        Assert.Equal(5, times.Count);
    }
}
