using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.LanguageServer.Tests.Process;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>How soon an editor sees what it has done.</summary>
internal static class EditorRows
{
    private const int Lines = 2_000;

    public static IEnumerable<QuickRow> All() =>
        [
            new(
                "language server, keystroke to diagnostics, 2,000 valid lines",
                "processor time, p95, at most 30x parsing alone",
                () =>
                {
                    var source = SourceText.From(KeystrokeLatency.PolicyOf(Lines), "typing.airs");
                    var parsing = Measure.Milliseconds(9, () => SyntaxTree.Parse(source));
                    var strokes = KeystrokeLatency.Measure(Checkout.Executable, ["lsp"], Lines, strokes: 100, warmUp: 60);
                    var elapsed = KeystrokeLatency.P95(strokes.Select(stroke => stroke.Elapsed)).TotalNanoseconds;
                    return QuickFigure.Against(
                        KeystrokeLatency.P95(strokes.Select(stroke => stroke.Processor)).TotalNanoseconds,
                        parsing * 1e6,
                        30,
                        more: $", {QuickFigure.Time(elapsed)} elapsed");
                }
            ),
        ];
}
