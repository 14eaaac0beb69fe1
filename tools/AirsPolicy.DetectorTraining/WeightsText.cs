using System.Globalization;
using System.Text;
using AirsPolicy.Text.Detectors.Learned;

namespace AirsPolicy.DetectorTraining;

/// <summary>Trains a model and writes it down with where it comes from.</summary>
internal static class WeightsText
{
    private const int LongestLine = 160;

    // Larger weights than those of so many are cut off, so that the others keep their steps.
    private const double KeptWhole = 0.999;

    // The margin from which on a text is flagged, chosen with --judge for what ordinary texts may be; that up to which nothing is said, and
    // that of certainty.
    private const double Zero = Half - 0.6, Half = 0.20, Whole = Half + 0.7;

    /// <summary>The weights file of a model trained on all texts of the folder.</summary>
    public static string Train(string folder)
    {
        var texts = TrainingData.Read(folder);
        var own = OwnTexts.All().ToList();
        return Train([.. texts, .. own], [.. TextSources.All, TextSources.Own]);
    }

    /// <summary>The weights file of a model that has not seen a part of the texts, to judge by these.</summary>
    public static string TrainWithout(string folder, int part) =>
        Train(
            [.. TrainingData.Read(folder).Where(text => TextSplit.PartOf(text.Text) != part), .. OwnTexts.All()],
            [.. TextSources.All, TextSources.Own]);

    /// <summary>The weights file of a model trained on texts. Of two that say the same the first counts.</summary>
    public static string Train(IReadOnlyCollection<LabelledText> texts, IEnumerable<TextSource> sources)
    {
        var weights = Training.Learn([.. texts.DistinctBy(text => text.Text.Trim(), StringComparer.Ordinal).Select(Example.Of)]);
        var sizes = weights[..^1].Select(Math.Abs).Where(size => size > 0).Order().ToArray();
        var scale = sbyte.MaxValue / sizes[(int)(KeptWhole * (sizes.Length - 1))];
        var bytes = weights[..^1]
            .Select(weight => (byte)(sbyte)Math.Clamp(Math.Round(weight * scale), -sbyte.MaxValue, sbyte.MaxValue))
            .ToArray();
        var text = new StringBuilder("airs linear model 1\n# Trained by tools/AirsPolicy.DetectorTraining on:\n");
        foreach (var source in sources) text.Append(Provenance(source, texts));
        foreach (var (name, margin) in new[] { ("start", weights[^1]), ("zero", Zero), ("half", Half), ("whole", Whole) })
            text.Append(CultureInfo.InvariantCulture, $"{name} {(long)Math.Round(margin * scale * WindowSums.Unit)}\n");
        text.Append("weights\n");
        foreach (var line in Convert.ToBase64String(bytes).Chunk(LongestLine)) text.Append(line).Append('\n');
        return text.ToString();
    }

    private static string Provenance(TextSource source, IReadOnlyCollection<LabelledText> texts)
    {
        var (attacks, ordinary) = (
            texts.Count(text => text.Source == source && text.IsAttack),
            texts.Count(text => text.Source == source && !text.IsAttack));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"# {source.File}: {attacks} attacks, {ordinary} ordinary texts; {source.Origin}; {source.Licence}\n");
    }
}
