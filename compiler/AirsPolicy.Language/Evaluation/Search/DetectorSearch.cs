using System.Diagnostics;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Scores;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Language.Evaluation.Search;

/// <summary>The meaning of detectors: every item is looked for on its own, in every view, and then the exceptions are taken away.</summary>
/// <param name="detectors">The detectors of the policy.</param>
/// <param name="patterns">Its patterns.</param>
/// <param name="memory">What they have said of texts before.</param>
internal sealed class DetectorSearch(ValueList<DetectorDefinition> detectors, PatternLibrary patterns, DetectorMemory memory)
{
    private readonly Dictionary<string, DetectorDefinition> _detectors = detectors.ToDictionary(d => d.Name, StringComparer.Ordinal);

    /// <summary>Where no classifier is asked.</summary>
    public static readonly IReadOnlyDictionary<string, long> NothingClassified = new Dictionary<string, long>();

    /// <summary>What a detector says of a text.</summary>
    /// <param name="name">The name of a built-in detector, which no other can take, or a qualified name.</param>
    /// <param name="text">The text.</param>
    /// <param name="classified">
    /// What classifiers say of it, in millionths, by their names; those that are not among them give no answer.
    /// </param>
    /// <param name="work">What the search may still do.</param>
    public DetectorAnswer Ask(string name, string text, IReadOnlyDictionary<string, long> classified, SearchWork work)
    {
        try
        {
            // What is not found out is not remembered either.
            return classified.Count > 0
                ? Answer(name, new SearchedText(text), classified, work)
                : memory.Get(name, text, work, () => Answer(name, new SearchedText(text), classified, work));
        }
        catch (SearchWorkException)
        {
            return DetectorAnswer.Failed(SearchWork.UsedUp);
        }
    }

    private DetectorAnswer Answer(string name, SearchedText text, IReadOnlyDictionary<string, long> classified, SearchWork work)
    {
        if (BuiltinDetectors.Names.Contains(name))
            return AskBuiltin(name, text.Text);
        return _detectors.TryGetValue(name, out var detector)
            ? Ask(detector, text, classified, work)
            : DetectorAnswer.Failed(new Failure(FailureKind.Detector, $"The detector '{name}' gives no answer here."));
    }

    private static DetectorAnswer AskBuiltin(string name, string text)
    {
        var (matches, score) = BuiltinDetectors.Ask(name, text);
        return new DetectorAnswer(matches.Count > 0, score, matches);
    }

    private DetectorAnswer Ask(
        DetectorDefinition detector, SearchedText text, IReadOnlyDictionary<string, long> classified, SearchWork work)
    {
        var exceptions = new List<Detection>();
        foreach (var item in detector.Exceptions)
        {
            var (found, _, failure) = Look(item, detector.Views, text, classified, work);
            if (failure is not null)
                return DetectorAnswer.Failed(failure);
            exceptions.AddRange(found);
        }
        var matches = new SortedSet<Detection>(Comparer<Detection>.Create((a, b) => (a.Start, a.End).CompareTo((b.Start, b.End))));
        var weights = new List<long>();
        foreach (var item in detector.Items)
        {
            var (found, weight, failure) = Look(item, detector.Views, text, classified, work);
            if (failure is not null)
                return DetectorAnswer.Failed(failure);
            var counting = found.Where(match => !exceptions.Any(e => e.Start <= match.Start && match.End <= e.End)).ToList();
            matches.UnionWith(counting);
            if (counting.Count > 0)
                weights.Add(weight);
        }
        var score = Score(detector.Score, [.. weights]);
        return new DetectorAnswer(detector.FoundAt is { } least ? score >= least : matches.Count > 0, score, matches.ToValueList());
    }

    private (IEnumerable<Detection> Matches, long Weight, Failure? Failure) Look(
        DetectorItem item, ValueList<string> views, SearchedText text, IReadOnlyDictionary<string, long> classified, SearchWork work)
    {
        switch (item.Kind)
        {
            case DetectorItemKind.Term:
                return (
                    Readings(views.Except(["plain"]).Union(["folded"])).SelectMany(view => LookForTerm(item.Content, view, text)),
                    item.Weight,
                    null);
            case DetectorItemKind.Pattern:
                var matches = Readings(views)
                    .SelectMany(view =>
                        text.InView(
                            view,
                            searched => patterns.Find(item.Content, item.IgnoreCase || view != TextViewKind.Plain).Matches(searched, work))
                    );
                return (matches, item.Weight, null);
            case DetectorItemKind.Detector:
                var answer = Answer(item.Content, text, classified, work);
                return (answer.Matches, Millionths.Multiply(answer.Score, item.Weight), answer.Failure);
            case DetectorItemKind.Weights:
                return LookByWeights(item, views, text.Text);
            case DetectorItemKind.Classifier:
                return Classify(item, text.Text, classified);
            default:
                throw new UnreachableException($"No meaning is given to {item.Kind}.");
        }
    }

    // A classifier speaks of the whole text.
    private static (IEnumerable<Detection> Matches, long Weight, Failure? Failure) Classify(
        DetectorItem item,
        string text,
        IReadOnlyDictionary<string, long> classified)
    {
        if (!classified.TryGetValue(item.Content, out var share))
            return ([], 0, new Failure(FailureKind.Detector, $"The classifier '{item.Content}' gives no answer here."));
        return (share == 0 || text.Length == 0 ? [] : [new Detection(0, text.Length)], Millionths.Multiply(share, item.Weight), null);
    }

    private static (IEnumerable<Detection> Matches, long Weight, Failure? Failure) LookByWeights(
        DetectorItem item,
        ValueList<string> views,
        string text)
    {
        var view = views.Contains("decoded") ? TextViewKind.Decoded : TextViewKind.Folded;
        var answer = LearnedDetection.Of(item.Content, view, text);
        return (answer.Matches, Millionths.Multiply(answer.Share, item.Weight), null);
    }

    private static IEnumerable<TextViewKind> Readings(IEnumerable<string> views) =>
        views.SelectMany(view => TextViews.ReadingsOf(TextViews.KindOf(view)!.Value));

    private static List<Detection> LookForTerm(string term, TextViewKind view, SearchedText text) =>
        text.InView(view, searched => NaiveTerm.Matches(ViewTerms.FormOf(term, view), searched.Text, ViewTerms.AreWholeWords(view)));

    private static long Score(ScoreMethod method, long[] weights) => method switch
    {
        ScoreMethod.Max => ScoreJoin.Max(weights),
        ScoreMethod.Sum => ScoreJoin.Sum(weights),
        ScoreMethod.NoisyOr => ScoreJoin.NoisyOr(weights),
        _ => throw new UnreachableException($"No meaning is given to {method}."),
    };
}
