using AirsPolicy.Collections;

namespace AirsPolicy.Text.Detectors;

/// <summary>A detector as a policy declares it, free of any engine.</summary>
/// <param name="Name">The qualified name (<c>chevrolet.binding</c>).</param>
/// <param name="Views">The names of the views that are searched (<see cref="Views.TextViews.Names"/>), each once.</param>
/// <param name="Items">What is looked for.</param>
/// <param name="Exceptions">
/// What takes a match back: a match that lies wholly within a match of an exception, in the original text, does not count.
/// </param>
/// <param name="Score">How the weights of the items that matched are joined.</param>
/// <param name="FoundAt">From which score on the detector has found something, in millionths; null for any match.</param>
public sealed record DetectorDefinition(
    string Name,
    ValueList<string> Views,
    ValueList<DetectorItem> Items,
    ValueList<DetectorItem> Exceptions,
    ScoreMethod Score,
    int? FoundAt);

/// <summary>One thing a detector looks for.</summary>
/// <param name="Kind">A term, a pattern, another detector, a learned model, or a classifier of the host.</param>
/// <param name="Content">
/// The term, the source of the pattern between its slashes, the other detector's qualified name, the weights file of the model, or the name
/// of the classifier.
/// </param>
/// <param name="IgnoreCase">The pattern carries the flag <c>i</c>.</param>
/// <param name="Weight">What a match counts, in millionths; an item counts once however often it matches.</param>
public sealed record DetectorItem(DetectorItemKind Kind, string Content, bool IgnoreCase, int Weight);

/// <summary>The kinds of <see cref="DetectorItem"/>.</summary>
public enum DetectorItemKind
{
    /// <summary>
    /// Whole words (UAX #29) of the folded text, whatever the views, and of each further view, as <see cref="Views.ViewTerms"/> says.
    /// </summary>
    Term = 0,

    /// <summary>A pattern, matched in each view; in all but <c>plain</c> without case.</summary>
    Pattern = 1,

    /// <summary>All matches of another detector; its score times the weight.</summary>
    Detector = 2,

    /// <summary>
    /// A learned model over the folded text, and over the decoded one where the detector names that view; its share times the weight.
    /// </summary>
    Weights = 3,

    /// <summary>
    /// A classifier of the host, by its name: what it says of the whole text times the weight. Whoever asks the detector says what that is.
    /// </summary>
    Classifier = 4,
}

/// <summary>How weights become a score.</summary>
public enum ScoreMethod
{
    /// <summary>The greatest weight.</summary>
    Max = 0,

    /// <summary>The sum of the weights, at most the whole.</summary>
    Sum = 1,

    /// <summary>One minus the product of what each weight leaves, in sorted order, each step rounded half to even to a millionth.</summary>
    NoisyOr = 2,
}
