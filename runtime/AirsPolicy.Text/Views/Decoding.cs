using AirsPolicy.Text.Views.Decodings;

namespace AirsPolicy.Text.Views;

/// <summary>
/// The decoded view: what a text says once its encodings are undone, each where it stands, so that what is around it stays in its place.
/// Two levels deep, then folded. No encoding here is shorter than what it encodes, so that the view without folding is never longer than
/// the text; the cost is linear.
/// </summary>
internal static class Decoding
{
    private const int Levels = 2;

    /// <summary>Fills the target; leaves it empty where nothing is encoded.</summary>
    public static void Decode(ReadOnlySpan<char> source, TextView target)
    {
        TextView? last = null;
        var next = target.StepBefore;
        for (var level = 0; level < Levels; level++, next = next.StepBefore)
        {
            var text = last is null ? source : last.Text;
            if (!new DecodingPass(text, next).Run()) break;
            if (last is not null) next.LeadThrough(last);
            last = next;
        }
        if (last is null)
        {
            target.Clear(source.Length);
            return;
        }
        Folding.Fold(last.Text, target);
        target.LeadThrough(last);
    }
}
