namespace AirsPolicy.Text.Views;

/// <summary>
/// The second reading of the folded view. Folding takes away what shows nothing; here it counts: what stands in the place of a space is
/// one, and letters of tags are words of their own. So <c>ignore</c>, a zero-width space and <c>previous</c> are two words here and one
/// there, and both are looked for.
/// </summary>
internal static class Parting
{
    /// <summary>
    /// Whether characters of no width, or that turn the direction, stand in a text: what is glued to words without them may stand alone.
    /// Much faster than to look for all that folding takes away.
    /// </summary>
    public static bool HasSeams(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('\u200B', '\u200F')
        || text.ContainsAnyInRange('\u202A', '\u202E')
        || text.ContainsAnyInRange('\u2060', '\u206F')
        || text.ContainsAny('\u061C', '\uFEFF');

    /// <summary>Fills the target; leaves it empty where nothing that folding takes away may stand for anything.</summary>
    public static void Part(ReadOnlySpan<char> source, TextView target)
    {
        var parted = target.StepBefore;
        if (PartingPass.FirstIn(source) < 0 || !new PartingPass(source, parted).Run())
        {
            target.Clear(source.Length);
            return;
        }
        Folding.Fold(parted.Text, target);
        target.LeadThrough(parted);
    }
}
