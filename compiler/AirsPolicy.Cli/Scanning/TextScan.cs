using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Cli.Scanning;

/// <summary>Asks detectors about texts, one after the other.</summary>
internal sealed class TextScan
{
    private readonly AskedDetectors _detectors;
    private readonly DetectorScratch _scratch;
    private readonly Dictionary<TextSide, (string Name, int Number)[]> _asked;

    public TextScan(AskedDetectors detectors)
    {
        _detectors = detectors;
        _scratch = new DetectorScratch(detectors.Set);
        _asked = detectors.Names.ToDictionary(side => side.Key, side => Numbered(side.Value));
    }

    /// <summary>Whether any detector finds something.</summary>
    public bool IsFlagged(ScannedText text)
    {
        _scratch.Clear();
        foreach (var (_, number) in _asked[text.Side])
        {
            if (_scratch.Ask(number, text.Text, key: 0).Found) return true;
        }
        return false;
    }

    /// <summary>The detectors that find something.</summary>
    public IReadOnlyList<FoundDetector> Find(ScannedText text)
    {
        _scratch.Clear();
        var found = new List<FoundDetector>();
        foreach (var (name, number) in _asked[text.Side])
        {
            var result = _scratch.Ask(number, text.Text, key: 0);
            if (!result.Found) continue;
            var matches = new Detection[result.Count];
            for (var i = 0; i < matches.Length; i++) matches[i] = result[i];
            found.Add(new FoundDetector(name, result.Score, matches.ToValueList()));
        }
        return found;
    }

    private (string Name, int Number)[] Numbered(IReadOnlyList<string> names) =>
        [.. names.Select(name => (name, _detectors.Set.NumberOf(name)))];
}
