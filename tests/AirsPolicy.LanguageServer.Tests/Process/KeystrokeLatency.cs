using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AirsPolicy.LanguageServer.Tests.Process;

/// <summary>What a keystroke costs until its diagnostics are there, through the process and both pipes.</summary>
internal static class KeystrokeLatency
{
    // The protocol counts from the worst: error, warning, information.
    private const int Information = 3;

    private const string Uri = "untitled:typing.airs";

    /// <summary>
    /// Types into a policy of about <paramref name="lines"/> lines without errors or warnings, and gives the times of each stroke, in
    /// order, warm-up left out.
    /// </summary>
    /// <exception cref="InvalidOperationException">Something was found: then a stroke is not what it is meant to be.</exception>
    public static IReadOnlyList<Keystroke> Measure(string fileName, IEnumerable<string> arguments, int lines, int strokes, int warmUp)
    {
        using var server = ServerProcess.Start(fileName, [.. arguments]);
        var text = PolicyOf(lines);
        server.Notify(
            "textDocument/didOpen",
            $$$"""{"textDocument":{"uri":"{{{Uri}}}","languageId":"airs","version":0,"text":{{{JsonSerializer.Serialize(text)}}}}}"""
        );
        Check(server.DiagnosticsOf(0));
        var times = new List<Keystroke>();
        for (var stroke = 1; stroke <= warmUp + strokes; stroke++)
        {
            // Letters of a message in the middle of the file, one behind the other.
            var change = string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"line\":{LineOf(lines)},\"character\":{ColumnOf(lines) + stroke - 1}}}");
            var (started, worked) = (Stopwatch.GetTimestamp(), server.ProcessorTime);
            server.Notify(
                "textDocument/didChange",
                $$"""{"textDocument":{"uri":"{{Uri}}","version":{{stroke}}},"contentChanges":[{"range":{"start":{{change}},"end":{{change}}},"text":"a"}]}"""
            );
            Check(server.DiagnosticsOf(stroke));
            if (stroke > warmUp)
                times.Add(new Keystroke(Stopwatch.GetElapsedTime(started), server.ProcessorTime - worked));
        }

        server.Leave();
        return times;
    }

    /// <summary>The time that 95 of 100 strokes stay within.</summary>
    public static TimeSpan P95(IEnumerable<TimeSpan> times)
    {
        TimeSpan[] sorted = [.. times.Order()];
        return sorted[(int)Math.Ceiling(sorted.Length * 0.95) - 1];
    }

    /// <summary>The policy that is typed into: controls of six lines each, of which none is wrong or needless.</summary>
    public static string PolicyOf(int lines)
    {
        var text = new StringBuilder("library typing version \"1.0.0\"\nuse airs.detect\n");
        for (var i = 0; i < lines / 6; i++)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $$"""
                control c{{i}} "Control {{i}}" {
                  at input
                  on error block
                  when length(text) > {{1_000 + i}} and session.turns > {{lines - i}} then block "message"
                  when "role_{{i}}" in user.roles or injection.found(text) then flag "why"
                }

                """).ReplaceLineEndings("\n"));
        }

        return text.ToString();
    }

    private static int LineOf(int lines) => (lines / 12 * 6) + 2 + 3;

    private static int ColumnOf(int lines) =>
        PolicyOf(lines).Split('\n')[LineOf(lines)].IndexOf("message", StringComparison.Ordinal);

    private static void Check(JsonElement published)
    {
        // A notice that bounds were reached is none: of so many rules not every two are compared.
        var wrong = published
            .GetProperty("diagnostics")
            .EnumerateArray()
            .Where(found => found.GetProperty("severity").GetInt32() < Information);
        if (wrong.FirstOrDefault() is { ValueKind: not JsonValueKind.Undefined } first)
            throw new InvalidOperationException($"The policy is not free of findings: {first}");
    }
}
