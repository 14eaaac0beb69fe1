using AirsPolicy.Text.Views;

namespace AirsPolicy.DetectorTraining;

/// <summary>Judges every text of a hand by models that have learned from no text of that hand.</summary>
internal static class LeftOut
{
    /// <summary>How many parts the hands are in; each is judged by a model of the others.</summary>
    public const int Parts = 6;

    /// <summary>The texts of all hands, judged.</summary>
    /// <param name="hands">The texts of the hands.</param>
    /// <param name="besides">What is learned from besides.</param>
    public static List<Judged> Judge(IReadOnlyCollection<LabelledText> hands, IReadOnlyCollection<LabelledText> besides) =>
        [.. Enumerable.Range(0, Parts).SelectMany(part => Judge(hands, besides, part))];

    /// <summary>The hands of a part.</summary>
    public static HashSet<string> Part(IEnumerable<LabelledText> hands, int part) =>
        [.. hands.Select(text => text.Source.File).Distinct().Where((_, number) => number % Parts == part)];

    private static IEnumerable<Judged> Judge(IReadOnlyCollection<LabelledText> hands, IReadOnlyCollection<LabelledText> besides, int part)
    {
        var apart = Part(hands, part).Contains;
        var (users, data) = WeightsText.Models([.. hands.Where(text => !apart(text.Source.File)), .. besides]);
        return hands.Where(text => apart(text.Source.File))
            .AsParallel()
            .AsOrdered()
            .Select(text => new Judged(text, (text.IsData ? data : users).MarginOf(Folding.Fold(text.Text))));
    }
}
