using System.Reflection;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Text.Detectors.Search;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Builtin;

/// <summary>The detectors that every policy can name without declaring them.</summary>
public static class BuiltinDetectors
{
    // Each class is named, so that trimming keeps it and its attribute.
    private static readonly Entry[] s_single = [Of<PaymentCard>(), Of<UkNationalInsuranceNumber>(), Of<UsSocialSecurityNumber>()];

    private static readonly DetectorFamily[] s_families = [new("pii.any", "Finds whatever one of the pii detectors finds.", With("pii."))];

    /// <summary>The names, ordered.</summary>
    public static ValueList<string> Names { get; } =
        s_single.Select(entry => entry.Name).Concat(s_families.Select(family => family.Name)).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>What a built-in detector finds, in one sentence; null for a name that is none.</summary>
    public static string? SummaryOf(string name) => EntryOf(name)?.Summary ?? FamilyOf(name)?.Summary;

    /// <summary>A detector of a policy that is a built-in one, for where a policy uses it directly; null for a name that is none.</summary>
    public static DetectorDefinition? DefinitionOf(string name) => SummaryOf(name) is null
        ? null
        : new DetectorDefinition(name, ["folded"], [new DetectorItem(DetectorItemKind.Detector, name, false, (int)ShareShape.Whole)], [], ScoreMethod.Max, null);

    /// <summary>All matches in a text, rising by start and then by end, in UTF-16 units of the original. For engines that are asked once; it allocates.</summary>
    /// <exception cref="ArgumentException">There is no built-in detector of that name.</exception>
    public static ValueList<Detection> Matches(string name, string text) => Ask(name, text).Matches;

    /// <summary>All matches in a text and the score, in millionths: that of the surest that found something, 0 where there is no match. It allocates.</summary>
    /// <inheritdoc cref="Matches"/>
    public static (ValueList<Detection> Matches, int Score) Ask(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var members = FamilyOf(name)?.Members ?? [name];
        var asked = new AskedText(0, []);
        var matches = new SpanBuffer();
        var score = 0;
        foreach (var member in members)
        {
            var detector = Find(member) ?? throw new ArgumentException($"There is no built-in detector '{name}'.", nameof(name));
            var first = matches.Count;
            BuiltinSearch.Find(detector, text, asked, matches);
            if (matches.Count > first) score = Math.Max(score, detector.Score);
        }
        matches.Order(0);
        return (Enumerable.Range(0, matches.Count).Select(i => new Detection(matches[i].Start, matches[i].End)).ToValueList(), score);
    }

    /// <summary>A single detector; null for a family and for a name that is none.</summary>
    internal static IBuiltinDetector? Find(string name) => EntryOf(name)?.Detector;

    /// <summary>A family; null for a single detector and for a name that is none.</summary>
    internal static DetectorFamily? FamilyOf(string name) => Array.Find(s_families, family => string.Equals(family.Name, name, StringComparison.Ordinal));

    private static string[] With(string prefix) =>
        [.. s_single.Select(entry => entry.Name).Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static Entry? EntryOf(string name) => Array.Find(s_single, entry => string.Equals(entry.Name, name, StringComparison.Ordinal));

    private static Entry Of<T>()
        where T : IBuiltinDetector, new()
    {
        var declared = typeof(T).GetCustomAttribute<BuiltinDetectorAttribute>()
            ?? throw new InvalidOperationException($"'{typeof(T).Name}' does not say by an attribute how policies name it.");
        return new Entry(declared.Name, declared.Summary, new T());
    }

    private sealed record Entry(string Name, string Summary, IBuiltinDetector Detector);
}
