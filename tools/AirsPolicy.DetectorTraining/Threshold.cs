namespace AirsPolicy.DetectorTraining;

/// <summary>
/// Chooses the margin from which on a text is flagged, on texts of hands that were left out: the lowest at which at most 1% of ordinary
/// texts are flagged and at most 3% of those that are close to attacks.
/// </summary>
internal static class Threshold
{
    /// <summary>The most of ordinary texts, and of others, that may be flagged.</summary>
    public const double MostOrdinary = 0.01, MostHard = 0.03;

    // How often an honest text counts in training: an ordinary one, and one close to attacks in another language than English.
    private const double OrdinaryOfUsers = 2, OrdinaryInData = 3, CloseOfUsersNotEnglish = 2, CloseInDataNotEnglish = 1.5;

    private static readonly HashSet<string> s_ordinary = ["ordinary", "support"];

    /// <summary>Whether a text is one that people write all day, and not one that was written to be close to an attack.</summary>
    public static bool IsOrdinary(LabelledText text) => !text.IsAttack && s_ordinary.Contains(text.Kind);

    /// <summary>
    /// How much a text counts in training. Ordinary ones count more: a third as many of them may be flagged as of those that are close to
    /// attacks, and in data more of them look like attacks. So do those in other languages than English, of which there are fewer: more of
    /// them would be flagged, and the margin for all would be stricter than English needs.
    /// </summary>
    public static double ShareOf(LabelledText text) =>
        text.IsAttack ? 1
        : IsOrdinary(text) ? text.IsData ? OrdinaryInData : OrdinaryOfUsers
        : IsEnglish(text) ? 1
        : text.IsData ? CloseInDataNotEnglish
        : CloseOfUsersNotEnglish;

    /// <summary>The margin for a question.</summary>
    /// <param name="judged">Its texts.</param>
    public static double Of(IEnumerable<Judged> judged)
    {
        var benign = judged.Where(row => !row.Text.IsAttack).ToLookup(row => IsOrdinary(row.Text), row => row.Margin);
        return Math.Max(Of(benign[true], MostOrdinary), Of(benign[false], MostHard));
    }

    // Texts that say no language are of sets in English.
    private static bool IsEnglish(LabelledText text) => text.Language.Length == 0 || text.Language.Split('-', '+')[0] == "en";

    private static double Of(IEnumerable<double> margins, double most)
    {
        var ordered = margins.OrderDescending().ToList();
        // As many may lie above it, and none at it.
        return ordered.Count == 0 ? double.NegativeInfinity : Math.BitIncrement(ordered[(int)(ordered.Count * most)]);
    }
}
