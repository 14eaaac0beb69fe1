namespace AirsPolicy.Text.Views;

/// <summary>How a quoted term of a detector is looked for in a view.</summary>
public static class ViewTerms
{
    /// <summary>
    /// The fewest UTF-16 units with which a term is looked for in a view that knows no words: shorter ones stand inside other words, and
    /// across two.
    /// </summary>
    public const int ShortestWithoutWords = 8;

    /// <summary>Whether a term is only found where it stands as whole words.</summary>
    public static bool AreWholeWords(TextViewKind view) => view is not (TextViewKind.Spaced or TextViewKind.Leet);

    /// <summary>
    /// The text to look for; empty where the term is not looked for in that view. Terms are never looked for in the plain one. It
    /// allocates.
    /// </summary>
    public static string FormOf(string term, TextViewKind view)
    {
        var folded = Folding.Fold(term);
        switch (view)
        {
            case TextViewKind.Plain:
                return "";
            case TextViewKind.Spaced or TextViewKind.Leet:
                var form = (view == TextViewKind.Spaced ? LetterForms.Spaced : LetterForms.Leet).Of(folded);
                return form.Length < ShortestWithoutWords ? "" : form;
            default:
                return folded;
        }
    }
}
