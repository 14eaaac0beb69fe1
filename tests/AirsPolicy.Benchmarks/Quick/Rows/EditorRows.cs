using AirsPolicy.LanguageServer.Tests.Process;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>How soon an editor sees what it has done.</summary>
internal static class EditorRows
{
    public static IEnumerable<QuickRow> All() =>
    [
        new("language server, keystroke to diagnostics, 2,000 lines", "p95 at most 30 ms", () =>
        {
            var times = KeystrokeLatency.Measure(Checkout.Executable, ["lsp"], lines: 2_000, strokes: 100, warmUp: 60);
            var p95 = KeystrokeLatency.P95(times).TotalMilliseconds;
            return new QuickFigure($"p95 {p95:F1} ms", p95 <= 30);
        }),
    ];
}
