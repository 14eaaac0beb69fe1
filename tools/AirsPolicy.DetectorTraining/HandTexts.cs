using System.Text.Json;

namespace AirsPolicy.DetectorTraining;

/// <summary>The texts that were written for this purpose, one file a hand; Texts/hands/README.md says how.</summary>
internal static class HandTexts
{
    /// <summary>All of them, by the names of their hands.</summary>
    public static List<LabelledText> All() =>
        [
            .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "hands"), "*.jsonl")
                .Order(StringComparer.Ordinal)
                .SelectMany(Read),
        ];

    private static IEnumerable<LabelledText> Read(string file)
    {
        var hand = TextSources.Hand(Path.GetFileNameWithoutExtension(file));
        foreach (var line in File.ReadLines(file))
        {
            using var json = JsonDocument.Parse(line);
            string Member(string name) => json.RootElement.GetProperty(name).GetString()!;
            yield return new LabelledText(hand, Member("text"), Member("label") == "attack")
            {
                IsData = Member("side") == "data",
                Kind = Member("kind"),
                Language = Member("language"),
                Row = line,
            };
        }
    }
}
