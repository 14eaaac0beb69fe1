using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Text.Tests.Detectors;

/// <summary>Detectors in few words.</summary>
internal static class DetectorFixture
{
    public const int Whole = 1_000_000;

    public static DetectorItem Term(string term, int weight = Whole) => new(DetectorItemKind.Term, term, false, weight);

    public static DetectorItem Pattern(string source, int weight = Whole, bool ignoreCase = false) =>
        new(DetectorItemKind.Pattern, source, ignoreCase, weight);

    public static DetectorItem Other(string name, int weight = Whole) => new(DetectorItemKind.Detector, name, false, weight);

    /// <summary>A detector named d that looks at the plain and the folded text and has found something with any match.</summary>
    public static DetectorDefinition Detector(params DetectorItem[] items) =>
        new("d", ["plain", "folded"], items.ToValueList(), [], ScoreMethod.Max, null);

    public static DetectorDefinition In(this DetectorDefinition detector, params string[] views) =>
        detector with
        {
            Views = views.ToValueList(),
        };

    public static DetectorDefinition Except(this DetectorDefinition detector, params DetectorItem[] exceptions) =>
        detector with { Exceptions = exceptions.ToValueList() };

    /// <summary>The texts of the matches of the first detector, in order.</summary>
    public static string[] Find(string text, params DetectorDefinition[] detectors) =>
        [.. Spans(text, detectors).Select(match => text[match.Start..match.End])];

    public static Detection[] Spans(string text, params DetectorDefinition[] detectors) =>
        Ask(DetectorSet.Compile(detectors), 0, text).Spans;

    public static Answer Ask(DetectorSet set, int detector, string text) => Ask(new DetectorScratch(set), detector, text);

    public static Answer Ask(DetectorScratch scratch, int detector, string text, long? key = null)
    {
        var result = key is { } known ? scratch.Ask(detector, text, known) : scratch.Ask(detector, text);
        var spans = new Detection[result.Count];
        for (var i = 0; i < spans.Length; i++)
            spans[i] = result[i];
        return new Answer(result.Found, result.Score, spans);
    }

    public sealed record Answer(bool Found, int Score, Detection[] Spans)
    {
        public override string ToString() => $"{Found} {Score} [{string.Join(' ', Spans.Select(span => $"{span.Start}-{span.End}"))}]";
    }
}
