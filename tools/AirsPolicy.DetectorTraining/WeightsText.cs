using System.Globalization;

namespace AirsPolicy.DetectorTraining;

/// <summary>Trains models and writes them down with where they come from.</summary>
internal static class WeightsText
{
    // Of how many sources a feature has to be, so that it is learned.
    private const int FewestSources = 5;

    // The margin from which on a text is flagged where nothing was kept apart to choose it by.
    private const double Half = 0;

    /// <summary>
    /// The weights files of what users type and of what is read for them, trained on all texts. The margins from which on a text is flagged
    /// are chosen on hands that were left out (<see cref="Threshold"/>).
    /// </summary>
    /// <param name="texts">What is learned from.</param>
    /// <param name="parts">The hands among them, each judged by models that have learned from no text of it.</param>
    public static (string OfUsers, string OfData) Train(IReadOnlyCollection<LabelledText> texts, IEnumerable<LeftOut> parts)
    {
        var judged = parts.SelectMany(part => part.Judged).ToLookup(row => row.Text.IsData);
        return Train(texts, Threshold.Of(judged[false]), Threshold.Of(judged[true]));
    }

    /// <summary>The same with margins that are known.</summary>
    public static (string OfUsers, string OfData) Train(IReadOnlyCollection<LabelledText> texts, double halfOfUsers, double halfOfData)
    {
        var (users, data) = Models(texts);
        string[] provenance = [.. Provenance(texts, texts.Select(text => text.Source).Distinct())];
        return (users.Write(halfOfUsers, provenance), data.Write(halfOfData, provenance));
    }

    /// <summary>The models of what users type and of what is read for them.</summary>
    public static (SideModel OfUsers, SideModel OfData) Models(IReadOnlyCollection<LabelledText> texts)
    {
        var (users, data) = Training.LearnSides(Examples(texts), Math.Min(FewestSources, texts.DistinctBy(text => text.Source).Count()));
        return (new SideModel(users), new SideModel(data));
    }

    /// <summary>The weights file of a model trained on texts. Of two that say the same the first counts.</summary>
    public static string Train(IReadOnlyCollection<LabelledText> texts, IEnumerable<TextSource> sources) =>
        new SideModel(Training.Learn(Examples(texts))).Write(Half, Provenance(texts, sources));

    /// <summary>What models learn from texts. Of two that say the same on one side the first counts.</summary>
    public static List<Example> Examples(IEnumerable<LabelledText> texts) =>
        [
            .. texts.DistinctBy(text => (text.Text.Trim(), text.IsData))
                .AsParallel()
                .AsOrdered()
                .Select(Example.Of),
        ];

    private static IEnumerable<string> Provenance(IReadOnlyCollection<LabelledText> texts, IEnumerable<TextSource> sources)
    {
        foreach (var source in sources)
        {
            var attacks = texts.Count(text => text.Source == source && text.IsAttack);
            var ordinary = texts.Count(text => text.Source == source && !text.IsAttack);
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"# {source.File}: {attacks} attacks, {ordinary} ordinary texts; {source.Origin}; {source.Licence}");
        }
    }
}
