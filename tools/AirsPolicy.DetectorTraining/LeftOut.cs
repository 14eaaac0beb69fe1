using AirsPolicy.Text.Views;

namespace AirsPolicy.DetectorTraining;

/// <summary>A part of the hands, judged by models that have learned from all others and from no text of these.</summary>
/// <param name="OfUsers">The model of what users type.</param>
/// <param name="OfData">The model of what is read for them.</param>
/// <param name="Judged">The texts of the part.</param>
internal sealed record LeftOut(SideModel OfUsers, SideModel OfData, IReadOnlyList<Judged> Judged)
{
    /// <summary>How many parts the hands are in.</summary>
    public const int Parts = 13;

    /// <summary>All parts.</summary>
    /// <param name="hands">The texts of the hands.</param>
    /// <param name="besides">What is learned from besides.</param>
    public static List<LeftOut> All(IReadOnlyCollection<LabelledText> hands, IReadOnlyCollection<LabelledText> besides) =>
        [.. Enumerable.Range(0, Parts).Select(part => Of(hands, besides, Part(hands, part)))];

    /// <summary>The hands of a part.</summary>
    public static HashSet<string> Part(IEnumerable<LabelledText> hands, int part) =>
        [.. hands.Select(text => text.Source.File).Distinct().Where((_, number) => number % Parts == part)];

    private static LeftOut Of(IReadOnlyCollection<LabelledText> hands, IReadOnlyCollection<LabelledText> besides, HashSet<string> apart)
    {
        bool IsApart(LabelledText text) => apart.Contains(text.Source.File);
        var (users, data) = WeightsText.Models([.. hands.Where(text => !IsApart(text)), .. besides]);
        var judged = hands.Where(IsApart)
            .AsParallel()
            .AsOrdered()
            .Select(text => new Judged(text, (text.IsData ? data : users).MarginOf(Folding.Fold(text.Text))));
        return new LeftOut(users, data, [.. judged]);
    }
}
