using System.Reflection;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin;

/// <summary>The detectors that every policy can name without declaring them. Where one finds something its score is the whole.</summary>
public static class BuiltinDetectors
{
    // Each class is named, so that trimming keeps it and its attribute. What joins others stands behind them.
    private static readonly Entry[] s_single = [Of<PaymentCard>(), Of<UkNationalInsuranceNumber>(), Of<UsSocialSecurityNumber>()];

    private static readonly Entry[] s_all = [.. s_single.Append(Of<PersonalIdentifier>()).OrderBy(entry => entry.Name, StringComparer.Ordinal)];

    /// <summary>The names, ordered.</summary>
    public static ValueList<string> Names { get; } = s_all.Select(entry => entry.Name).ToValueList();

    /// <summary>What a built-in detector finds, in one sentence; null for a name that is none.</summary>
    public static string? SummaryOf(string name) => EntryOf(name)?.Summary;

    /// <summary>A detector of a policy that is a built-in one, for where a policy uses it directly; null for a name that is none.</summary>
    public static DetectorDefinition? DefinitionOf(string name) => EntryOf(name) is null
        ? null
        : new DetectorDefinition(name, ["folded"], [new DetectorItem(DetectorItemKind.Detector, name, false, (int)ShareShape.Whole)], [], ScoreMethod.Max, null);

    /// <summary>All matches in a text, rising by start and then by end, in UTF-16 units of the original. For engines that are asked once; it allocates.</summary>
    /// <exception cref="ArgumentException">There is no built-in detector of that name.</exception>
    public static ValueList<Detection> Matches(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var detector = Find(name) ?? throw new ArgumentException($"There is no built-in detector '{name}'.", nameof(name));
        var view = new TextView();
        Folding.Fold(text, view);
        var matches = new SpanBuffer();
        detector.Find(view.Text, matches);
        matches.MapFrom(0, view);
        matches.Order(0);
        return Enumerable.Range(0, matches.Count).Select(i => new Detection(matches[i].Start, matches[i].End)).ToValueList();
    }

    internal static IBuiltinDetector? Find(string name) => EntryOf(name)?.Detector;

    /// <summary>The single detectors whose name begins with a prefix, those that join others not among them.</summary>
    internal static IEnumerable<IBuiltinDetector> SingleWith(string prefix) =>
        s_single.Where(entry => entry.Name.StartsWith(prefix, StringComparison.Ordinal)).Select(entry => entry.Detector);

    private static Entry? EntryOf(string name) => Array.Find(s_all, entry => string.Equals(entry.Name, name, StringComparison.Ordinal));

    private static Entry Of<T>()
        where T : IBuiltinDetector, new()
    {
        var declared = typeof(T).GetCustomAttribute<BuiltinDetectorAttribute>()
            ?? throw new InvalidOperationException($"'{typeof(T).Name}' does not say by an attribute how policies name it.");
        return new Entry(declared.Name, declared.Summary, new T());
    }

    private sealed record Entry(string Name, string Summary, IBuiltinDetector Detector);
}
