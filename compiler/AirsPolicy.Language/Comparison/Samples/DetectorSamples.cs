using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Comparison.Samples;

/// <summary>
/// Texts on which a detector's answers turn: each of its items alone, several together, in disguise, and within its exceptions.
/// </summary>
internal static class DetectorSamples
{
    private const int Most = 48;
    private const int MostOfOneItem = 6;
    private const int MostDisguised = 4;

    private static readonly Dictionary<string, string[]> s_builtin = new(StringComparer.Ordinal)
    {
        ["pii.card"] = ["4111 1111 1111 1111", "4111 1111 1111 1111, 5500 0055 5555 5559"],
        ["pii.us_ssn"] = ["123-45-6789"],
        ["pii.uk_nino"] = ["AB123456C"],
    };

    // Letters of another script that look the same: the folded view sees through them, the plain one does not.
    private static readonly (char Letter, char LookAlike)[] s_lookAlikes =
    [
        ('a', '\u0430'),
        ('e', '\u0435'),
        ('o', '\u043E'),
        ('c', '\u0441'),
        ('p', '\u0440'),
    ];

    /// <summary>The texts, those of single items first.</summary>
    public static IEnumerable<string> Of(string detector, ValueList<DetectorDefinition> definitions) =>
        Texts(detector, definitions).Distinct().Take(Most);

    private static IEnumerable<string> Texts(string detector, ValueList<DetectorDefinition> definitions)
    {
        if (s_builtin.TryGetValue(detector, out var known))
            return known;
        if (definitions.FirstOrDefault(definition => definition.Name == detector) is not { } declared)
            return [];
        var items = declared.Items.Select(item => OfItem(item, definitions)).ToList();
        var firsts = items.Select(texts => texts.FirstOrDefault()).OfType<string>().ToList();
        var exceptions = declared.Exceptions.SelectMany(item => OfItem(item, definitions)).ToList();
        return firsts
            .Concat(exceptions)
            .Concat(Enumerable.Range(2, Math.Max(0, firsts.Count - 1)).Select(count => string.Join(". ", firsts.Take(count))))
            .Concat(firsts.Zip(firsts.Skip(1), (one, next) => $"{one}. {next}"))
            .Concat(firsts.Take(MostDisguised).Select(Disguised))
            .Concat(firsts.Take(MostDisguised).Select(text => text.ToUpperInvariant()))
            .Concat(
                exceptions.Take(MostDisguised).SelectMany(exception => firsts.Take(MostDisguised).Select(text => $"{exception}. {text}")))
            .Concat(items.SelectMany(texts => texts.Skip(1)));
    }

    private static List<string> OfItem(DetectorItem item, ValueList<DetectorDefinition> definitions) =>
    [
        .. (item.Kind switch
        {
            DetectorItemKind.Term => [item.Content],
            DetectorItemKind.Pattern => PatternSamples.Of(item.Content, item.IgnoreCase),
            _ => Texts(item.Content, definitions),
        }).Take(MostOfOneItem),
    ];

    private static string Disguised(string text) =>
        s_lookAlikes.Aggregate(text, (disguised, pair) => disguised.Replace(pair.Letter, pair.LookAlike));
}
