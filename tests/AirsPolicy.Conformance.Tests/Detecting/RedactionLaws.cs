using AirsPolicy.Conformance.Tests.Streaming;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Text.Detectors;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Conformance.Tests.Detecting;

/// <summary>Redaction takes every detected span away and nothing else, by each of its methods.</summary>
public sealed class RedactionLaws
{
    private static readonly RedactionMethod[] s_methods = Enum.GetValues<RedactionMethod>();

    /// <summary>Every detector, each with one of the methods in turn.</summary>
    public static TheoryData<string, RedactionMethod> Cases
    {
        get
        {
            var data = new TheoryData<string, RedactionMethod>();
            foreach (var (place, name) in EveryDetector.Names.Order(StringComparer.Ordinal).Index())
                data.Add(name, s_methods[place % s_methods.Length]);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Redaction_removes_every_detected_span(string name, RedactionMethod method)
    {
        var host = new StreamedHost(EveryDetector.Ruled(name, method));
        var (set, number) = EveryDetector.SetOf(name);
        var scratch = new DetectorScratch(set);
        var pieces = EveryDetector.Hostile.Concat(EveryDetector.Pieces(name)).ToArray();
        var texts = from parts in Gen.Elements(pieces).ListOf().Resize(16) select string.Concat(parts);
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var spans = Union(scratch.Ask(number, text));
            var decision = host.Whole(text);
            Assert.Equal(spans, decision.Content.Redactions.Select(redaction => (redaction.Start, redaction.End)));
            AssertHidden(text, host.Applied(decision, text) ?? text, spans, method);
        }).Check(Laws.Times(15));
    }

    private static List<(int Start, int End)> Union(DetectorResult result)
    {
        var spans = new List<(int Start, int End)>();
        for (var i = 0; i < result.Count; i++)
        {
            var (start, end) = (result[i].Start, result[i].End);
            if (spans.Count > 0 && start < spans[^1].End)
                spans[^1] = (spans[^1].Start, Math.Max(end, spans[^1].End));
            else
                spans.Add((start, end));
        }
        return spans;
    }

    // What stands around the spans stands there still, and between it what the method puts there.
    private static void AssertHidden(string text, string applied, List<(int Start, int End)> spans, RedactionMethod method)
    {
        var (at, from) = (0, 0);
        foreach (var (start, end) in spans)
        {
            var kept = text[from..start];
            Assert.Equal(kept, applied.Substring(at, kept.Length));
            at += kept.Length;
            from = end;
            switch (method)
            {
                case RedactionMethod.Mask:
                    var stars = text[start..end].EnumerateRunes().Count();
                    Assert.Equal(new string('*', stars), applied.Substring(at, stars));
                    at += stars;
                    break;
                case RedactionMethod.Label or RedactionMethod.Hash:
                    Assert.Equal('[', applied[at]);
                    at = applied.IndexOf(']', at) + 1;
                    break;
            }
        }
        Assert.Equal(text[from..], applied[at..]);
    }
}
