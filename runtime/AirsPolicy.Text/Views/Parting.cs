namespace AirsPolicy.Text.Views;

/// <summary>
/// The second reading of the folded view. Folding takes away what shows nothing; here it counts: what stands in the place of a space is
/// one, and letters of tags are words of their own. So <c>ignore</c>, a zero-width space and <c>previous</c> are two words here and one
/// there, and both are looked for.
/// </summary>
internal static class Parting
{
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
