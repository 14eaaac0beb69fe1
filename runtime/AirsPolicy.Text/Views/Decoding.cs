using AirsPolicy.Text.Views.Decodings;

namespace AirsPolicy.Text.Views;

/// <summary>
/// The decoded view: what a text says once its encodings are undone, each where it stands, so that what is around it stays in its place,
/// and then what is spelled out, written in signs, rotated or turned round; at last it is folded. Nothing here is shorter than what it
/// says, so that the view without folding is never longer than the text; the cost is linear.
/// </summary>
internal static class Decoding
{
    private const int Levels = 4;

    /// <summary>Fills the target; leaves it empty where nothing is encoded.</summary>
    public static void Decode(ReadOnlySpan<char> source, TextView target)
    {
        var steps = new DecodingSteps(source, target.StepBefore);
        if (TagLetters.MayStandIn(source)) steps.Take(static (text, next) => new TagLetters(text, next).Run());
        for (var level = 0; level < Levels && steps.Take(static (text, next) => new DecodingPass(text, next).Run());) level++;
        var signs = LetterSigns.Of(steps.Text);
        if (signs.AreSpacedOut && steps.Take(static (text, next) => new SpacedLetters(text, next).Run()))
            signs = LetterSigns.Of(steps.Text);
        if (signs.AreJoined || SignSpaces.HasEmoji(steps.Text)) steps.Take(static (text, next) => new SignSpaces(text, next).Run());
        if (signs.AreMixed) steps.Take(static (text, next) => new SignLetters(text, next).Run());
        steps.Take(static (text, next) => new TurnedText(text, next).Run());
        if (steps.Last is not { } last)
        {
            target.Clear(source.Length);
            return;
        }
        Folding.Fold(last.Text, target);
        target.LeadThrough(last);
    }
}
