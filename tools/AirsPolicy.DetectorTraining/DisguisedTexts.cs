using System.Text.Json;
using AirsPolicy.DetectorTraining.Disguises;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Scores;

namespace AirsPolicy.DetectorTraining;

/// <summary>Says how much of what models find in the clear they find in disguise, and how many honest texts they flag there.</summary>
/// <param name="models">The folder of the models, as the library has them.</param>
internal sealed class DisguisedTexts(string models)
{
    private const int MostAttacks = 600, MostHonest = 1500, Half = (int)Millionths.Whole / 2;

    // What most disguises change are letters of ASCII.
    private static readonly HashSet<string> s_languages = ["en", "de", "es", "fr", "it", "pt"];

    private static readonly HashSet<string> s_disguised = ["encoded", "obfuscated"];

    private readonly DetectorScratch _scratch = new(DetectorSet.Compile([Model("users", models), Model("data", models)]));

    /// <summary>Prints a table in Markdown, and writes the rows for <c>airs scan --measure --by disguise</c>.</summary>
    public void Write(TextWriter table, TextWriter rows, IEnumerable<LabelledText> hands)
    {
        var texts = hands.Where(text => !s_disguised.Contains(text.Kind) && s_languages.Contains(text.Language.Split('-')[0])).ToList();
        var attacks = Drawn([.. texts.Where(text => text.IsAttack && IsFound(text.IsData, text.Text))], MostAttacks);
        var honest = Drawn([.. texts.Where(text => !text.IsAttack)], MostHonest);
        table.WriteLine($"| {attacks.Count} attacks, {honest.Count} honest texts | still found | honest flagged |\n|---|---|---|");
        foreach (var disguise in AllDisguises.All)
        {
            string Disguised(LabelledText text, int number) => disguise.Of(text.Text, number);
            WriteRow(disguise.Name, Disguised);
        }
        var (carriers, random) = (new Carriers(texts), new Sequence(2026));
        string Carry(LabelledText text, int _) => carriers.CanCarry(text) ? carriers.Carry(text, int.MaxValue, random) : text.Text;
        WriteRow("beside one or two honest texts", Carry);

        void WriteRow(string name, Func<LabelledText, int, string> change) =>
            table.WriteLine($"| {name} | {Share(name, change, attacks, rows)} | {Share(name, change, honest, rows)} |");
    }

    // Every so-manieth, so that all hands are among them in their parts.
    private static List<LabelledText> Drawn(List<LabelledText> texts, int most) =>
        texts.Count <= most ? texts : [.. Enumerable.Range(0, most).Select(number => texts[number * texts.Count / most])];

    private string Share(string name, Func<LabelledText, int, string> disguise, List<LabelledText> texts, TextWriter rows)
    {
        var flagged = 0;
        for (var number = 0; number < texts.Count; number++)
        {
            var text = texts[number];
            var changed = disguise(text, number);
            if (IsFound(text.IsData, changed)) flagged++;
            rows.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        text = changed,
                        label = text.IsAttack ? "attack" : "benign",
                        side = text.IsData ? "data" : "user",
                        disguise = name,
                    }));
        }
        return FormattableString.Invariant($"{100.0 * flagged / texts.Count:0.0}%");
    }

    private bool IsFound(bool isData, string text) => _scratch.Ask(isData ? 1 : 0, text).Found;

    private static DetectorDefinition Model(string name, string models) =>
        new(
            name,
            ["folded", "decoded"],
            [new DetectorItem(DetectorItemKind.Weights, File.ReadAllText(Path.Combine(models, $"{name}.weights")), false, 2 * Half)],
            [],
            ScoreMethod.Max,
            Half);
}
