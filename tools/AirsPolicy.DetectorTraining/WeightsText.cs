using System.Globalization;

namespace AirsPolicy.DetectorTraining;

/// <summary>Trains models and writes them down with where they come from.</summary>
internal static class WeightsText
{
    // Of how many sources a feature has to be, so that it is learned.
    private const int FewestSources = 5;

    /// <summary>
    /// The weights files of what users type and of what is read for them, trained on all texts. The margins that decide are
    /// chosen on hands that were left out (<see cref="Margins"/>).
    /// </summary>
    /// <param name="texts">What is learned from.</param>
    /// <param name="parts">The hands among them, each judged by models that have learned from no text of it.</param>
    public static (string OfUsers, string OfData) Train(IReadOnlyCollection<LabelledText> texts, IEnumerable<LeftOut> parts)
    {
        var (ofUsers, ofData) = LeftOut.MarginsOf(parts);
        return Train(texts, ofUsers, ofData);
    }

    /// <summary>The same with margins that are known.</summary>
    public static (string OfUsers, string OfData) Train(IReadOnlyCollection<LabelledText> texts, Margins ofUsers, Margins ofData)
    {
        var (users, data) = Models(texts);
        string[] provenance = [.. Provenance(texts, texts.Select(text => text.Source).Distinct())];
        return (users.Write(ofUsers, provenance), data.Write(ofData, provenance));
    }

    /// <summary>The models of what users type and of what is read for them.</summary>
    public static (SideModel OfUsers, SideModel OfData) Models(IReadOnlyCollection<LabelledText> texts)
    {
        List<LabelledText> whole = [.. texts, .. TrainingData.Pasted(texts)];
        var distinct = Distinct([.. whole, .. TrainingData.Pieces(whole), .. TrainingData.Carried(texts)]);
        var (ofUsers, ofData) =
            Training.LearnSides(Examples(distinct), Math.Min(FewestSources, texts.DistinctBy(text => text.Source).Count()));
        var (users, data) = (new SideModel(ofUsers), new SideModel(ofData));
        var network = NetworkTraining.Learn(
            [
                .. distinct.AsParallel()
                    .AsOrdered()
                    .Select(text => NetworkText.Of(text, (text.IsData ? data : users).WindowOf)),
            ]);
        return (users.With(network, isData: false), data.With(network, isData: true));
    }

    /// <summary>The weights file of a model trained on texts. Of two that say the same the first counts.</summary>
    public static string Train(IReadOnlyCollection<LabelledText> texts, IEnumerable<TextSource> sources) =>
        new SideModel(Training.Learn(Examples(Distinct(texts)))).Write(Margins.Zero, Provenance(texts, sources));

    /// <summary>What the linear model learns from texts.</summary>
    public static List<Example> Examples(IEnumerable<LabelledText> texts) => [.. texts.AsParallel().AsOrdered().Select(Example.Of)];

    // Of two that say the same on one side the first counts.
    private static List<LabelledText> Distinct(IEnumerable<LabelledText> texts) =>
        [.. texts.DistinctBy(text => (text.Text.Trim(), text.IsData))];

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
