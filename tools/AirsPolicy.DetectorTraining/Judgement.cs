using System.Globalization;
using AirsPolicy.Text.Detectors.Learned;
using AirsPolicy.Text.Views;

namespace AirsPolicy.DetectorTraining;

/// <summary>Judges every text by a model that has not learned from it: one for each part, trained on the others.</summary>
internal static class Judgement
{
    private const int Flagged = 500_000;

    public static void Write(TextWriter output, string folder)
    {
        var texts = TrainingData.Read(folder);
        var judged = Enumerable
            .Range(0, TextSplit.Parts)
            .SelectMany(part => Judge(texts, part))
            .ToLookup(text => (text.Text.Group, text.Text.IsAttack));
        output.WriteLine("file and language, label: texts, flagged; without near repeats of what was learned from, flagged");
        foreach (var group in texts.Select(text => (text.Group, text.IsAttack)).Distinct())
            output.WriteLine(
                $"{group.Group,-44} {(group.IsAttack ? "attack" : "benign")} {Counts(judged[group])} {Counts(judged[group].Where(text => !text.IsRepeat))}"
            );
    }

    private static IEnumerable<Judged> Judge(List<LabelledText> texts, int part)
    {
        var apart = texts.Where(text => TextSplit.PartOf(text.Text) == part).ToList();
        var known = texts.Where(text => TextSplit.PartOf(text.Text) != part).ToList();
        var repeats = TextSplit.NearRepeats(apart, known);
        var model = WeightsFile.Parse(WeightsText.Train([.. known, .. OwnTexts.All()], []));
        return apart.Select(text => new Judged(text, repeats.Contains(text), model.ShareOf(Folding.Fold(text.Text), out _) >= Flagged));
    }

    private static string Counts(IEnumerable<Judged> texts)
    {
        var all = texts.ToList();
        var flagged = all.Count(text => text.IsFlagged);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{all.Count,5} {flagged,5} {(all.Count == 0 ? 0 : 100.0 * flagged / all.Count),6:0.0}%");
    }

    private sealed record Judged(LabelledText Text, bool IsRepeat, bool IsFlagged);
}
