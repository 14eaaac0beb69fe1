using System.Text.Json;

namespace AirsPolicy.DetectorTraining;

/// <summary>Reads the texts of the sources.</summary>
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

    /// <summary>The texts of all sources, in their order.</summary>
    /// <param name="folder">The folder of the evaluation data.</param>
    public static List<LabelledText> Read(string folder) => [.. TextSources.All.SelectMany(source => Read(folder, source))];

    /// <summary>Writes the rows of all sources whose text is in a part, as they are, under the same names.</summary>
    public static void WriteRows(string folder, int part, string target)
    {
        Directory.CreateDirectory(target);
        foreach (var source in TextSources.All)
        {
            var lines = File.ReadLines(Path.Combine(folder, source.File + ".jsonl")).Where(line =>
            {
                using var row = JsonDocument.Parse(line);
                return Member(row.RootElement, "text") is { } text && TextSplit.PartOf(text) == part;
            });
            File.WriteAllLines(Path.Combine(target, source.File + ".jsonl"), lines);
        }
    }

    private static IEnumerable<LabelledText> Read(string folder, TextSource source)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, source.File + ".jsonl")))
        {
            using var row = JsonDocument.Parse(line);
            var text = Member(row.RootElement, "text");
            if (text is null || IsLeftOut(source, row.RootElement)) continue;
            var isAttack = Member(row.RootElement, "label") == "attack";
            var group = source.File + (Member(row.RootElement, "language") is { } language ? " " + language : "");
            yield return new LabelledText(source, group, text, isAttack);
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
