using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AirsPolicy.LanguageServer.Tests.Process;

/// <summary>How long a keystroke takes to its diagnostics, through the process and both pipes.</summary>
internal static class KeystrokeLatency
{
    private const string Uri = "untitled:typing.airs";

    /// <summary>Types into a policy of about <paramref name="lines"/> lines and gives the time of each stroke, in order, warm-up left out.</summary>
    public static IReadOnlyList<TimeSpan> Measure(string fileName, IEnumerable<string> arguments, int lines, int strokes, int warmUp)
    {
        using var server = ServerProcess.Start(fileName, [.. arguments]);
        var text = PolicyOf(lines);
        server.Notify("textDocument/didOpen", $$$"""{"textDocument":{"uri":"{{{Uri}}}","languageId":"airs","version":0,"text":{{{JsonSerializer.Serialize(text)}}}}}""");
        server.DiagnosticsOf(0);
        var times = new List<TimeSpan>();
        for (var stroke = 1; stroke <= warmUp + strokes; stroke++)
        {
            // Letters of a message in the middle of the file, one behind the other.
            var change = string.Create(CultureInfo.InvariantCulture, $"{{\"line\":{LineOf(lines)},\"character\":{ColumnOf(lines) + stroke - 1}}}");
            var started = Stopwatch.GetTimestamp();
            server.Notify(
                "textDocument/didChange",
                $$"""{"textDocument":{"uri":"{{Uri}}","version":{{stroke}}},"contentChanges":[{"range":{"start":{{change}},"end":{{change}}},"text":"a"}]}""");
            server.DiagnosticsOf(stroke);
            if (stroke > warmUp)
                times.Add(Stopwatch.GetElapsedTime(started));
        }

        server.Leave();
        return times;
    }

    /// <summary>The time that 95 of 100 strokes stay within.</summary>
    public static TimeSpan P95(IReadOnlyList<TimeSpan> times) => times.Order().ElementAt((int)Math.Ceiling(times.Count * 0.95) - 1);

    // Controls of six lines each.
    private static string PolicyOf(int lines)
    {
        var text = new StringBuilder("library typing version \"1.0.0\"\n");
        for (var i = 0; i < lines / 6; i++)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $$"""
                control c{{i}} "Control {{i}}" {
                  at input
                  on error block
                  when length(text) > {{1_000 + i}} and session.turns > {{i}} then block "message"
                  when "role_{{i}}" in user.roles or injection.found(text) then flag "why"
                }

                """).ReplaceLineEndings("\n"));
        }

        return text.ToString();
    }

    private static int LineOf(int lines) => (lines / 12 * 6) + 1 + 3;

    private static int ColumnOf(int lines) =>
        PolicyOf(lines).Split('\n')[LineOf(lines)].IndexOf("message", StringComparison.Ordinal);
}
