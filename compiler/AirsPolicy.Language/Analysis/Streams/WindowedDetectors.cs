using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Windows;

namespace AirsPolicy.Language.Analysis.Streams;

/// <summary>Whether what a detector finds is bounded, so that it can be looked for in an answer that still arrives.</summary>
internal sealed class WindowedDetectors(ValueList<DetectorDefinition> detectors)
{
    private static readonly string[] s_views = ["plain", "folded"];

    private readonly Dictionary<string, DetectorDefinition> _declared = detectors.ToDictionary(
        detector => detector.Name,
        StringComparer.Ordinal);
    private readonly Dictionary<string, string?> _known = new(StringComparer.Ordinal);

    /// <summary>Why it is not, as a clause; null where it is.</summary>
    /// <param name="name">The qualified name of a declared detector, or that of a built-in one.</param>
    public string? UnboundedBecause(string name)
    {
        if (_known.TryGetValue(name, out var known))
            return known;
        // References form no circle, but chains of them may be long: those below are asked first, without recursion.
        var pending = new Stack<string>([name]);
        while (pending.TryPeek(out var next))
        {
            var below = References(next).Where(reference => !_known.ContainsKey(reference)).ToList();
            if (below.Count > 0)
            {
                below.ForEach(pending.Push);
                continue;
            }
            _known[pending.Pop()] = Why(next);
        }
        return _known[name];
    }

    private IEnumerable<string> References(string name) => _declared.TryGetValue(name, out var detector)
        ? Items(detector).Where(item => item.Kind == DetectorItemKind.Detector && item.Content != name).Select(item => item.Content)
        : [];

    private string? Why(string name)
    {
        if (!_declared.TryGetValue(name, out var detector))
            return OfBuiltin(name);
        if (detector.Views.FirstOrDefault(view => !s_views.Contains(view)) is { } whole)
            return $"'{name}' looks at the view '{whole}', which is one of the whole answer";
        foreach (var item in Items(detector))
        {
            var reason = item.Kind switch
            {
                DetectorItemKind.Term => null,
                DetectorItemKind.Pattern => OfPattern(name, item),
                DetectorItemKind.Detector => item.Content == name ? OfBuiltin(name) : _known[item.Content],
                _ => $"'{name}' looks for something that has no bound",
            };
            if (reason is not null)
                return reason;
        }
        return null;
    }

    private static string? OfBuiltin(string name) => WindowBound.IsBounded(name) ? null : $"'{name}' finds things of any length";

    private static string? OfPattern(string name, DetectorItem item) =>
        PatternParser.Parse(item.Content, item.IgnoreCase ? PatternOptions.IgnoreCase : PatternOptions.None).Tree is { } tree
        && WindowBound.Of(tree) is not null
            ? null
            : $"'{name}' has the pattern /{item.Content}/, which matches texts of any length";

    private static IEnumerable<DetectorItem> Items(DetectorDefinition detector) => detector.Items.Concat(detector.Exceptions);
}
