using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Language.Reasoning.Terms;

/// <summary>The scores that a detector can come to.</summary>
internal sealed class DetectorScores(ValueList<DetectorDefinition> detectors)
{
    private const int MostItems = 8;

    private readonly Dictionary<string, decimal[]?> _known = new(StringComparer.Ordinal);

    /// <summary>The scores, rising; null where there are too many to list, or it cannot be told.</summary>
    public decimal[]? Of(string name)
    {
        if (!_known.TryGetValue(name, out var scores))
            _known.Add(name, scores = detectors.FirstOrDefault(detector => detector.Name == name) is { } declared ? Of(declared) : null);
        return scores;
    }

    private static decimal[]? Of(DetectorDefinition detector)
    {
        if (detector.Items.Any(item => item.Kind is not (DetectorItemKind.Term or DetectorItemKind.Pattern)))
            return null;
        var weights = detector.Items.Select(item => (long)item.Weight).ToArray();
        if (detector.Score == ScoreMethod.Max)
            return [.. weights.Append(0).Distinct().Order().Select(weight => (decimal)weight)];
        if (weights.Length > MostItems)
            return null;
        var scores = new SortedSet<decimal>();
        for (var chosen = 0; chosen < 1 << weights.Length; chosen++)
        {
            long[] counting = [.. weights.Where((_, i) => (chosen >> i & 1) != 0)];
            scores.Add(detector.Score == ScoreMethod.Sum ? ScoreJoin.Sum(counting) : ScoreJoin.NoisyOr(counting));
        }
        return [.. scores];
    }
}
