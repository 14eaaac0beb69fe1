namespace AirsPolicy.DetectorTraining;

/// <summary>
/// Chooses the margin from which on a text is flagged, on texts of hands that were left out: the lowest at which at most 1% of ordinary
/// texts are flagged and at most 3% of those that are close to attacks, documents among them.
/// </summary>
internal static class Threshold
{
    // The most of ordinary texts and of those that are close to attacks that may be flagged.
    private const double MostOrdinary = 0.01, MostClose = 0.03;

    // How often an honest text counts in training: an ordinary one, and one close to attacks in another language than English.
    private const double OrdinaryOfUsers = 3, OrdinaryInData = 2.5, CloseOfUsersNotEnglish = 2, CloseInDataNotEnglish = 1.5;

    // How often a document that is read for users counts, and each of its pieces, for once that a text of its kind does.
    private const double DocumentsInData = 3;

    /// <summary>
    /// What is longer, in UTF-16 units, is a document: it has many windows, and is flagged where one of them looks like an attack.
    /// </summary>
    public const int LongestText = 1024;

    private static readonly HashSet<string> s_ordinary = ["ordinary", "support"];

    /// <summary>Whether a text is so long that it is a document.</summary>
    public static bool IsDocument(LabelledText text) => text.Text.Length > LongestText;

    /// <summary>Whether a text is one that people write all day, and not one that was written to be close to an attack.</summary>
    public static bool IsOrdinary(LabelledText text) => !text.IsAttack && s_ordinary.Contains(text.Kind);

    /// <summary>
    /// How much a text counts in training. Ordinary ones count more: a third as many of them may be flagged as of those that are close to
    /// attacks. So do close ones in other languages than English, of which there are fewer: more of them would be flagged, and the margin
    /// for all would be stricter than English needs. And so do documents in data, each of whose many windows can look like an attack.
    /// </summary>
    public static double ShareOf(LabelledText text)
    {
        var share =
            text.IsAttack ? 1
            : IsOrdinary(text) ? text.IsData ? OrdinaryInData : OrdinaryOfUsers
            : IsEnglish(text) ? 1
            : text.IsData ? CloseInDataNotEnglish
            : CloseOfUsersNotEnglish;
        return text is { IsData: true, IsAttack: false } && (text.IsPiece || IsDocument(text)) ? DocumentsInData * share : share;
    }

    /// <summary>The margin for a question.</summary>
    /// <param name="judged">Its texts.</param>
    public static double Of(IEnumerable<Judged> judged)
    {
        var honest = judged.Where(row => !row.Text.IsAttack);
        var byKind = honest.ToLookup(row => IsOrdinary(row.Text) && !IsDocument(row.Text), row => row.Margin);
        return Math.Max(Of(byKind[true], MostOrdinary), Of(byKind[false], MostClose));
    }

    // Texts that say no language are of sets in English.
    private static bool IsEnglish(LabelledText text) => text.MainLanguage is "" or "en";

    private static double Of(IEnumerable<double> margins, double most)
    {
        var ordered = margins.OrderDescending().ToList();
        // As many may lie above it, and none at it.
        return ordered.Count == 0 ? double.NegativeInfinity : Math.BitIncrement(ordered[(int)(ordered.Count * most)]);
    }
}
