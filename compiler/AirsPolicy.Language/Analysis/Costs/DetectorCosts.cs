using AirsPolicy.Language.Model;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Language.Analysis.Costs;

/// <summary>
/// How often each detector goes through a text: once a view for all its terms, once more for each pattern and learned model, and as often
/// as the detectors it is made of.
/// </summary>
internal sealed class DetectorCosts(PolicyModel model)
{
    private readonly Dictionary<string, DetectorDefinition> _definitions = model.Detectors.ToDictionary(
        detector => detector.Name,
        StringComparer.Ordinal);
    private readonly Dictionary<string, long> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _atOnce = new(StringComparer.Ordinal);

    /// <summary>
    /// How many of its matches can begin at one place of a text: one of each thing that it looks for, in each view. Matches of the same
    /// thing never overlap.
    /// </summary>
    public long MatchesAtOnce(string detector)
    {
        if (_atOnce.TryGetValue(detector, out var known))
            return known;
        _atOnce.Add(detector, BuiltinDetectors.MembersOf(detector).Count);
        if (_definitions.TryGetValue(detector, out var definition))
        {
            var own = definition.Items.Count(item => item.Kind != DetectorItemKind.Detector);
            var others = definition.Items.Where(item => item.Kind == DetectorItemKind.Detector).Sum(item => MatchesAtOnce(item.Content));
            _atOnce[detector] = Cost.Sum(Cost.Product(ReadingsOf(definition), own), others);
        }
        return _atOnce[detector];
    }

    public long PassesOf(string detector)
    {
        if (_known.TryGetValue(detector, out var known))
            return known;
        // Detectors form no circle; a name that is being worked out means the built-in one of that name.
        _known.Add(detector, BuiltinDetectors.MembersOf(detector).Count);
        if (_definitions.TryGetValue(detector, out var definition))
        {
            var items = definition.Items.Concat(definition.Exceptions).ToList();
            var searches = 1L + items.Count(item => item.Kind is DetectorItemKind.Pattern or DetectorItemKind.Weights);
            var others = items.Where(item => item.Kind == DetectorItemKind.Detector).Sum(item => PassesOf(item.Content));
            _known[detector] = Cost.Sum(Cost.Product(ReadingsOf(definition), searches), others);
        }
        return _known[detector];
    }

    // The folded text is read twice.
    private static int ReadingsOf(DetectorDefinition definition) =>
        definition.Views.Sum(view => TextViews.ReadingsOf(TextViews.KindOf(view)!.Value).Count());
}
