using AirsPolicy.Text.Detectors.Search;
using AirsPolicy.Text.Scores;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>
/// A detector that needs more than patterns: check digits, ranges of numbers. Stateless, linear in the text, and allocates nothing.
/// </summary>
internal interface IBuiltinDetector
{
    /// <summary>How it can look through a text that still arrives; null where it can not, and is asked of the whole.</summary>
    BuiltinWindow? Window => null;

    /// <summary>
    /// The view it reads. In the folded one digits of every script are 0–9, letters small, white space single spaces; what tells capitals
    /// from small letters reads the plain one.
    /// </summary>
    TextViewKind View => TextViewKind.Folded;

    /// <summary>What a text must hold for there to be a match, so that other texts are passed over; null where nothing is known.</summary>
    RequiredParts? Required => null;

    /// <summary>How sure it is of what it finds, in millionths.</summary>
    int Score => (int)Millionths.Whole;

    /// <summary>Adds every match, in units of the view.</summary>
    /// <param name="text">The view that it reads.</param>
    /// <param name="matches">Takes the matches, in any order.</param>
    void Find(in BuiltinText text, SpanBuffer matches);

    /// <summary>
    /// Whether what was found counts, by what the view does not show: capitals and small letters. For detectors that read the folded view.
    /// </summary>
    /// <param name="original">The match as it came.</param>
    bool Stands(ReadOnlySpan<char> original) => true;
}
