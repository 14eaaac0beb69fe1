using AirsPolicy.Collections;
using AirsPolicy.Text.Views.Decodings;

namespace AirsPolicy.Text.Views;

/// <summary>Writes the view of a text that a detector asks for.</summary>
public static class TextViews
{
    // In the order of the enumeration.
    private static readonly string[] s_names = ["plain", "folded", "spaced", "decoded", "leet", "reversed"];

    /// <summary>How many kinds there are: those that policies name, and two that they do not.</summary>
    internal const int Kinds = (int)TextViewKind.Meant + 1;

    /// <summary>What is looked at for a view that a policy names: the folded text is read twice.</summary>
    public static IEnumerable<TextViewKind> ReadingsOf(TextViewKind view) =>
        view == TextViewKind.Folded ? [TextViewKind.Folded, TextViewKind.Parted] : [view];

    /// <summary>How policies name the views, in the order of <see cref="TextViewKind"/>.</summary>
    public static ValueList<string> Names { get; } = s_names.ToValueList();

    /// <summary>The view that a policy names, or null.</summary>
    public static TextViewKind? KindOf(string name) => Array.IndexOf(s_names, name) is >= 0 and var index ? (TextViewKind)index : null;

    /// <summary>
    /// Fills <paramref name="target"/>, whatever it held before. Allocates nothing once the target has grown to its texts.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The kind is not one of the enumeration.</exception>
    public static void Write(TextViewKind kind, ReadOnlySpan<char> source, TextView target)
    {
        ArgumentNullException.ThrowIfNull(target);
        switch (kind)
        {
            case TextViewKind.Plain:
                target.Clear(source.Length);
                target.AppendRun(source, 0);
                break;
            case TextViewKind.Folded:
                Folding.Fold(source, target);
                break;
            case TextViewKind.Decoded:
                Decoding.Decode(source, target);
                break;
            case TextViewKind.Parted:
                Parting.Part(source, target);
                break;
            case TextViewKind.Meant:
                var read = target.StepBefore;
                Decoding.Decode(source, read);
                if (read.Length == 0) Folding.Fold(source, read);
                Mean(read, target);
                break;
            default:
                var folded = target.StepBefore;
                Folding.Fold(source, folded);
                Derive(kind, folded, target);
                break;
        }
    }

    /// <summary>
    /// Fills <paramref name="target"/> with what a view means, which must stay as it is while the target is used; leaves it empty where
    /// nothing is misspelt.
    /// </summary>
    internal static void Mean(TextView read, TextView target)
    {
        if (new MisspeltWords(read.Text, target).Run()) target.LeadThrough(read);
        else target.Clear(read.Length);
    }

    /// <summary>
    /// Fills <paramref name="target"/> with a view that is made of the folded one, which must stay as it is while the target is used.
    /// </summary>
    internal static void Derive(TextViewKind kind, TextView folded, TextView target)
    {
        switch (kind)
        {
            case TextViewKind.Spaced:
                LetterForms.Spaced.Write(folded, target);
                break;
            case TextViewKind.Leet:
                LetterForms.Leet.Write(folded, target);
                break;
            case TextViewKind.Reversed:
                target.Reverse(folded);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(kind));
        }
    }
}
