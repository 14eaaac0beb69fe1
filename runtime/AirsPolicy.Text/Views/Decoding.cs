using AirsPolicy.Text.Views.Decodings;

namespace AirsPolicy.Text.Views;

/// <summary>
/// The decoded view: what a text says once its encodings are undone, each where it stands, so that what is around it stays in its place,
/// and then what is spelled out, written in signs, rotated or turned round. Nothing of that is shorter than what it says, so that it never
/// makes a text longer. Then the text is folded, and words without spaces between them are parted. The cost is linear.
/// </summary>
internal static class Decoding
{
    private const int Levels = 4;

    /// <summary>Fills the target; leaves it empty where nothing is encoded or joined.</summary>
    /// <param name="source">The text.</param>
    /// <param name="target">Takes the view.</param>
    /// <param name="folded">The folded view of the text, which must stay as it is while the target is used; made where it is null.</param>
    public static void Decode(ReadOnlySpan<char> source, TextView target, TextView? folded = null)
    {
        var steps = new DecodingSteps(source, target.StepBefore);
        if (TagLetters.MayStandIn(source)) steps.Take(static (text, next) => new TagLetters(text, next).Run());
        for (var level = 0; level < Levels && steps.Take(static (text, next) => new DecodingPass(text, next).Run());) level++;
        var signs = LetterSigns.Of(steps.Text);
        if (signs.AreSpacedOut && steps.Take(static (text, next) => new SpacedLetters(text, next).Run()))
        {
            Part(ref steps, wereSpelled: true, null);
            signs = LetterSigns.Of(steps.Text);
        }
        if (signs.AreJoined || SignSpaces.HasEmoji(steps.Text)) steps.Take(static (text, next) => new SignSpaces(text, next).Run());
        if (signs.AreMixed) steps.Take(static (text, next) => new SignLetters(text, next).Run());
        steps.Take(static (text, next) => new TurnedText(text, next).Run());
        var isChanged = steps.Last is not null;
        isChanged |= Part(ref steps, wereSpelled: false, isChanged ? null : folded);
        target.Clear(isChanged ? steps.Text.Length : source.Length);
        if (!isChanged) return;
        target.AppendRun(steps.Text, 0);
        target.LeadThrough(steps.Last!);
    }

    // Folds, and parts what is joined. False where nothing is.
    private static bool Part(ref DecodingSteps steps, bool wereSpelled, TextView? folded)
    {
        if (folded is not null) steps.Begin(folded);
        else
        {
            steps.Take(static (text, next) =>
            {
                Folding.Fold(text, next);
                return true;
            });
        }
        if (!JoinedWords.MayStandIn(steps.Text, wereSpelled)) return false;
        return wereSpelled
            ? steps.Take(static (text, next) => new JoinedWords(text, next, wereSpelled: true).Run())
            : steps.Take(static (text, next) => new JoinedWords(text, next, wereSpelled: false).Run());
    }
}
