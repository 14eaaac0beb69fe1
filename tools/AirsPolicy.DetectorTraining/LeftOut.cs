namespace AirsPolicy.DetectorTraining;

/// <summary>A part of the hands, judged by models that have learned from all others and from no text of these.</summary>
/// <param name="OfUsers">The model of what users type.</param>
/// <param name="OfData">The model of what is read for them.</param>
/// <param name="Looked">The texts of the part.</param>
internal sealed record LeftOut(SideModel OfUsers, SideModel OfData, IReadOnlyList<Looked> Looked)
{
    /// <summary>How many parts the hands are in.</summary>
    public const int Parts = 6;

    /// <summary>How many of them are judged to choose margins: two, at once, take a quarter of an hour.</summary>
    public const int ForMargins = 2;

    /// <summary>The first parts.</summary>
    /// <param name="count">How many, up to <see cref="Parts"/>.</param>
    /// <param name="hands">The texts of the hands.</param>
    /// <param name="besides">What is learned from besides.</param>
    public static List<LeftOut> First(int count, IReadOnlyCollection<LabelledText> hands, IReadOnlyCollection<LabelledText> besides) =>
        [
            .. Enumerable.Range(0, count)
                .AsParallel()
                .AsOrdered()
                .WithDegreeOfParallelism(AtOnce)
                .Select(part => Of(hands, besides, Part(hands, part))),
        ];

    // Each takes gigabytes.
    private const int AtOnce = 2;

    /// <summary>What decides: for what users type, and for what is read for them.</summary>
    public static (Margins OfUsers, Margins OfData) MarginsOf(IEnumerable<LeftOut> parts)
    {
        var looked = parts.SelectMany(part => part.Looked).ToLookup(row => row.Text.IsData);
        return (Margins.Of([.. looked[false]]), Margins.Of([.. looked[true]]));
    }

    /// <summary>The hands of a part.</summary>
    public static HashSet<string> Part(IEnumerable<LabelledText> hands, int part) =>
        [.. hands.Select(text => text.Source.File).Distinct().Where((_, number) => number % Parts == part)];

    private static LeftOut Of(IReadOnlyCollection<LabelledText> hands, IReadOnlyCollection<LabelledText> besides, HashSet<string> apart)
    {
        bool IsApart(LabelledText text) => apart.Contains(text.Source.File);
        var (users, data) = WeightsText.Models([.. hands.Where(text => !IsApart(text)), .. besides]);
        var looked = hands.Where(IsApart).AsParallel().AsOrdered().Select(text => (text.IsData ? data : users).LookAt(text));
        return new LeftOut(users, data, [.. looked]);
    }
}
