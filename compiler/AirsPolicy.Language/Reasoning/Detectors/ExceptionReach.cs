using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Intersection;

namespace AirsPolicy.Language.Reasoning.Detectors;

/// <summary>
/// Whether an exception of a detector can take a match back at all: some text that it matches holds something that an item matches. That it
/// cannot is certain; the contrary is not, nor is it told within the bounds.
/// </summary>
/// <param name="leftOut">Counts the exceptions of which it was not told within the bounds.</param>
internal sealed class ExceptionReach(LeftOut leftOut)
{
    private const int MaxStates = 1_500;

    // What other views decode or turn round lies elsewhere in the text than it is read.
    private static readonly string[] s_views = ["plain", "folded", "spaced"];

    /// <summary>Whether no match of any item lies within a match of the exception, whatever the text.</summary>
    public bool IsEmpty(DetectorDefinition detector, DetectorItem exception)
    {
        if (!detector.Views.All(view => s_views.Contains(view, StringComparer.Ordinal)) || Of(exception) is not { } within)
            return false;
        foreach (var item in detector.Items)
        {
            if (Of(item) is not { } sought
                || MayLieWithin(sought, within, exception.Kind == DetectorItemKind.Term && item.Kind == DetectorItemKind.Term))
                return false;
        }
        return true;
    }

    private static string? Of(DetectorItem item) => item.Kind switch
    {
        DetectorItemKind.Term => BareLetters.OfTerm(item.Content),
        DetectorItemKind.Pattern => BareLetters.OfPattern(item.Content),
        _ => null,
    };

    private bool MayLieWithin(string sought, string within, bool areTerms)
    {
        // Of plain words one is asked whether it stands in the other, which most of them do not.
        if (areTerms && sought.All(char.IsAsciiLetterOrDigit) && within.All(char.IsAsciiLetterOrDigit))
            return within.Contains(sought, StringComparison.OrdinalIgnoreCase);
        if (Compile(sought) is not { } one || Compile($"^(?:{within})$") is not { } other)
            return true;
        var kind = PatternIntersection.Find([one, other], [], MaxStates).Kind;
        if (kind == PatternIntersectionKind.Undecided)
            leftOut.Add(LeftOutKind.Exception);
        return kind != PatternIntersectionKind.None;
    }

    // An empty pattern is one that every text matches.
    private static Pattern? Compile(string source) =>
        PatternParser.Parse(source.Length == 0 ? "a?" : source, PatternOptions.IgnoreCase).Tree is { } tree ? Pattern.Compile(tree) : null;
}
