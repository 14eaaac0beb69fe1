using System.Numerics;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Tests.Patterns;
using AirsPolicy.Text.Unicode;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Tests.Detectors;

/// <summary>The definition of detectors, carried out item by item and span by span.</summary>
internal sealed class NaiveDetectors(IReadOnlyList<DetectorDefinition> detectors)
{
    public DetectorFixture.Answer Ask(string name, string text)
    {
        if (detectors.FirstOrDefault(d => d.Name == name) is not { } detector)
        {
            var (found, certainty) = BuiltinDetectors.Ask(name, text);
            return new DetectorFixture.Answer(found.Count > 0, certainty, [.. found]);
        }
        var exceptions = detector.Exceptions.SelectMany(item => Matches(detector, item, text)).ToList();
        var standing = detector
            .Items.Select(item =>
                (
                    Item: item,
                    Matches: Matches(detector, item, text)
                        .Where(match => !exceptions.Any(e => e.Start <= match.Start && match.End <= e.End))
                        .ToList()))
            .Where(item => item.Matches.Count > 0)
            .ToList();
        var score = Score(detector.Score, standing.Select(item => Weight(item.Item, text)).Order());
        var matches = standing
            .SelectMany(item => item.Matches)
            .Distinct()
            .OrderBy(match => match.Start)
            .ThenBy(match => match.End)
            .ToArray();
        return new DetectorFixture.Answer(detector.FoundAt is { } least ? score >= least : matches.Length > 0, score, matches);
    }

    private List<Detection> Matches(DetectorDefinition detector, DetectorItem item, string text) =>
        item.Kind switch
        {
            DetectorItemKind.Detector => [.. Ask(item.Content, text).Spans],
            DetectorItemKind.Term =>
            [
                .. detector
                    .Views.Where(name => name != "plain")
                    .Append("folded")
                    .Distinct()
                    .SelectMany(Readings)
                    .SelectMany(kind => InView(kind, text, view => Terms(item.Content, kind, view))),
            ],
            _ =>
            [
                .. detector
                    .Views.SelectMany(Readings)
                    .SelectMany(kind =>
                        InView(
                            kind,
                            text,
                            view =>
                                NaiveMatcher.Find(
                                    PatternFixture.Parse(
                                        item.Content,
                                        item.IgnoreCase || kind != TextViewKind.Plain ? PatternOptions.IgnoreCase : PatternOptions.None),
                                    view))),
            ],
        };

    private static IEnumerable<TextViewKind> Readings(string view) => TextViews.ReadingsOf(TextViews.KindOf(view)!.Value);

    private static List<Detection> InView(TextViewKind kind, string text, Func<string, IEnumerable<TextSpan>> find)
    {
        var view = new TextView();
        TextViews.Write(kind, text, view);
        return
        [
            .. find(view.Text.ToString())
                .Select(match => view.ToOriginal(match.Start, match.End))
                .Select(span => new Detection(span.Start, span.End)),
        ];
    }

    private static IEnumerable<TextSpan> Terms(string content, TextViewKind kind, string view)
    {
        var term = ViewTerms.FormOf(content, kind);
        for (var at = 0; term.Length > 0 && at + term.Length <= view.Length; at++)
        {
            if (view.Substring(at, term.Length) != term || ViewTerms.AreWholeWords(kind) && !WordBreaks.IsWhole(view, at, at + term.Length))
                continue;
            yield return new TextSpan(at, at + term.Length);
            at += term.Length - 1;
        }
    }

    private int Weight(DetectorItem item, string text) =>
        item.Kind == DetectorItemKind.Detector ? HalfEven((BigInteger)Ask(item.Content, text).Score * item.Weight) : item.Weight;

    private static int Score(ScoreMethod method, IEnumerable<int> weights) =>
        method switch
        {
            ScoreMethod.Max => weights.DefaultIfEmpty(0).Max(),
            ScoreMethod.Sum => Math.Min(DetectorFixture.Whole, weights.Sum()),
            _ => DetectorFixture.Whole
                - weights.Aggregate(DetectorFixture.Whole, (open, weight) => HalfEven((BigInteger)open * (DetectorFixture.Whole - weight))),
        };

    private static int HalfEven(BigInteger product)
    {
        var share = BigInteger.DivRem(product, DetectorFixture.Whole, out var rest);
        var half = DetectorFixture.Whole / 2;
        return (int)(rest > half || rest == half && !share.IsEven ? share + 1 : share);
    }
}
