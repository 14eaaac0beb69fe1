using System.Text;
using System.Text.Json;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Views;

namespace AirsPolicy.DetectorTraining;

/// <summary>Reads what models learn from.</summary>
internal static class TrainingData
{
    // Texts in which nothing of what is said can be read before it is decoded, which the views do.
    private static readonly HashSet<string> s_unreadable =
    [
        "encoding",
        "rot13",
        "compact_plain",
        "compact_leet",
        "chunked_leet",
        "letter_spaced",
        "leet_spacing",
        "leet_letter_spaced",
        "separator_spaced",
    ];

    // Of so many texts one is learned from between others too.
    private const int CarriedOf = 3;

    // So little of what stands beside an attack that each window has some of the attack: nothing says in which of them it is.
    private const int NearestOfCarrier = FeatureBlock.Length * 2;

    // In UTF-16 units: what a window holds, and more.
    private const int LongPaste = 300, HalfPiece = Threshold.LongestText / 2;

    /// <summary>The licensed texts and the templates, in their order.</summary>
    /// <param name="folder">The folder of the licensed data.</param>
    public static List<LabelledText> Besides(string folder) =>
        [.. TextSources.Licensed.SelectMany(source => Read(folder, source)), .. OwnTexts.All()];

    /// <summary>
    /// The long honest texts among those that are read for users, as what users paste: each of many windows can look like an attack, and
    /// hardly anybody writes texts of that length for what users type.
    /// </summary>
    public static IEnumerable<LabelledText> Pasted(IEnumerable<LabelledText> texts) =>
        from text in texts
        where text is { IsData: true, IsAttack: false } && text.Text.Length >= LongPaste
        select text with { IsData = false };

    /// <summary>
    /// The pieces of honest documents, each half in the next. A model learns from the strongest window of a text alone, and a document has
    /// many that can look like an attack.
    /// </summary>
    public static IEnumerable<LabelledText> Pieces(IEnumerable<LabelledText> texts) =>
        from text in texts
        where !text.IsAttack && Threshold.IsDocument(text)
        from number in Enumerable.Range(0, text.Text.Length / HalfPiece)
        let start = number * HalfPiece
        select text with { Text = text.Text[start..Math.Min(text.Text.Length, start + Threshold.LongestText)], IsPiece = true };

    /// <summary>
    /// Some of the texts between honest ones, as an order stands in a mail between a greeting and a name. From texts alone a model would
    /// learn that an attack has nothing beside it. Honest texts between others say that this is no sign.
    /// </summary>
    public static IEnumerable<LabelledText> Carried(IReadOnlyCollection<LabelledText> texts)
    {
        var (carriers, random) = (new Carriers(texts), new Sequence(2026));
        foreach (var text in texts)
        {
            if (carriers.CanCarry(text) && random.Below(CarriedOf) == 0)
                yield return text with { Text = carriers.Carry(text, NearestOfCarrier, random) };
        }
    }

    /// <summary>
    /// A text as a model learns from it: without hosts and addresses, since invented ones tell less of a text than of who has written it.
    /// </summary>
    public static string Learned(LabelledText text)
    {
        var (rest, written) = (new StringBuilder(), 0);
        for (var next = Addresses.Next(text.Text, 0); next.Length > 0; next = Addresses.Next(text.Text, written))
        {
            rest.Append(text.Text, written, next.Start - written).Append(' ');
            written = next.End;
        }
        return rest.Append(text.Text, written, text.Text.Length - written).ToString();
    }

    private static IEnumerable<LabelledText> Read(string folder, TextSource source)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, source.File + ".jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            if (Member(row.RootElement, "text") is not { } text || IsLeftOut(source, row.RootElement)) continue;
            yield return new LabelledText(source, text, Member(row.RootElement, "label") == "attack") { IsData = source.IsData };
        }
    }

    // Orders that are attacks by where they stand and not by what they say, answers of models, and what cannot be read as it stands.
    private static bool IsLeftOut(TextSource source, JsonElement row) => source.File switch
    {
        "agentdojo_tasks" => Member(row, "label") == "attack",
        "airs_adversarial" => Member(row, "side") != "input",
        "agt_smoke" => s_unreadable.Contains(Member(row, "bypass") ?? ""),
        _ => false,
    };

    private static string? Member(JsonElement row, string name) =>
        row.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
