using System.Collections.Frozen;
using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>The detectors that every policy can name without declaring them.</summary>
public static class BuiltinDetectors
{
    /// <summary>The names, ordered.</summary>
    public static ValueList<string> Names { get; } = BuiltinNames.All.ToValueList();

    /// <summary>What a built-in detector finds, in one sentence; null for a name that is none.</summary>
    public static string? SummaryOf(string name) => Made.Single.GetValueOrDefault(name)?.Summary ?? FamilyOf(name)?.Summary;

    /// <summary>A detector of a policy that is a built-in one, for where a policy uses it directly; null for a name that is none.</summary>
    public static DetectorDefinition? DefinitionOf(string name) =>
        !Names.Contains(name)
            ? null
            : new DetectorDefinition(
                name,
                ["folded"],
                [new DetectorItem(DetectorItemKind.Detector, name, false, (int)Millionths.Whole)],
                [],
                ScoreMethod.Max,
                null);

    /// <summary>
    /// All matches in a text, rising by start and then by end, in UTF-16 units of the original. For engines that are asked once; it
    /// allocates.
    /// </summary>
    /// <exception cref="ArgumentException">There is no built-in detector of that name.</exception>
    public static ValueList<Detection> Matches(string name, string text) => Ask(name, text).Matches;

    /// <summary>
    /// All matches in a text and the score, in millionths: that of the surest that found something, 0 where there is no match. It
    /// allocates.
    /// </summary>
    /// <inheritdoc cref="Matches"/>
    public static (ValueList<Detection> Matches, int Score) Ask(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var asked = new AskedText(0, []);
        var matches = new SpanBuffer();
        var score = 0;
        var members = Members(name);
        if (members.Count == 0) throw new ArgumentException($"There is no built-in detector '{name}'.", nameof(name));
        foreach (var detector in members)
        {
            var first = matches.Count;
            BuiltinSearch.Find(detector, text, asked, matches);
            if (matches.Count > first) score = Math.Max(score, detector.Score);
        }
        matches.Order(0);
        return (Enumerable.Range(0, matches.Count).Select(i => new Detection(matches[i].Start, matches[i].End)).ToValueList(), score);
    }

    /// <summary>The names of the detectors of a family, or that of the single one of that name; none for a name that is none.</summary>
    public static ValueList<string> MembersOf(string name) => FamilyOf(name)?.Members.ToValueList() ?? (Names.Contains(name) ? [name] : []);

    /// <summary>A single detector; null for a family and for a name that is none.</summary>
    internal static IBuiltinDetector? Find(string name) => Made.Single.GetValueOrDefault(name)?.Detector;

    /// <summary>A family; null for a single detector and for a name that is none.</summary>
    internal static DetectorFamily? FamilyOf(string name) => Made.Families.GetValueOrDefault(name);

    /// <summary>The detectors of a family, or the single one of that name; none for a name that is none.</summary>
    internal static IReadOnlyList<IBuiltinDetector> Members(string name) =>
        [.. (FamilyOf(name)?.Members ?? [name]).Select(Find).OfType<IBuiltinDetector>()];

    /// <summary>The single detectors, ordered by name.</summary>
    internal static IEnumerable<BuiltinDetector> Single => Made.Single.Values.OrderBy(detector => detector.Name, StringComparer.Ordinal);

    /// <summary>The single detectors that one comes to, where all of them can look through a text that still arrives; else null.</summary>
    internal static IReadOnlyList<IBuiltinDetector>? WindowsOf(string name)
    {
        IBuiltinDetector?[] members = [.. (FamilyOf(name)?.Members ?? [name]).Select(Find)];
        return Array.TrueForAll(members, member => member is { Window: not null } or AnchoredDetector)
            ? [.. members.OfType<IBuiltinDetector>()]
            : null;
    }

    // Made once a detector is asked for, not where only names are.
    private static class Made
    {
        public static readonly FrozenDictionary<string, BuiltinDetector> Single =
            PersonalIdentifiers.All.Concat(SecretCredentials.All).ToFrozenDictionary(detector => detector.Name, StringComparer.Ordinal);

        public static readonly FrozenDictionary<string, DetectorFamily> Families = DetectorFamilies.All.ToFrozenDictionary(
            family => family.Name,
            StringComparer.Ordinal);
    }
}
