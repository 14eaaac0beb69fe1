using AirsPolicy.Language.Reasoning.Terms;
using AirsPolicy.Text.Patterns.Intersection;

namespace AirsPolicy.Language.Reasoning.Solving;

/// <summary>
/// Whether some text answers all that is asked of it as was taken. What was found is kept, since the same questions come again and again.
/// </summary>
internal sealed class TextTheory
{
    private const int MaxStates = 1_500;
    private const int LongestBound = 500;

    /// <summary>More combinations of states would have had to be looked at than the bound allows.</summary>
    public bool IsCut { get; private set; }

    private readonly Dictionary<string, TextFinding> _known = new(StringComparer.Ordinal);

    /// <summary>What is known of a text of which these questions are answered so.</summary>
    /// <param name="length">How many characters it may have.</param>
    public TextFinding Find(IReadOnlyCollection<(TextQuestion Question, bool Truth)> questions, Interval length)
    {
        var key =
            $"{length.Low} {length.High} {string.Join('\u0001', questions.Select(asked => $"{asked.Truth}{(int)asked.Question.Relation}{asked.Question.IgnoreCase}{asked.Question.Text}").Order(StringComparer.Ordinal))}";
        if (!_known.TryGetValue(key, out var finding))
            _known.Add(key, finding = Search(questions, length));
        return finding;
    }

    private TextFinding Search(IReadOnlyCollection<(TextQuestion Question, bool Truth)> questions, Interval length)
    {
        var equal = questions
            .Where(asked => asked.Truth && asked.Question.Relation == TextRelation.Equals)
            .Select(asked => asked.Question.Text)
            .FirstOrDefault();
        if (equal is not null)
            return Fits(equal, questions, length) ? TextFinding.Of(equal) : TextFinding.None;
        string[] likely =
        [
            "hello",
            "",
            "x",
            .. questions.Where(asked => asked.Question.Relation != TextRelation.Matches).Select(asked => asked.Question.Text),
        ];
        if (Array.Find(likely, text => Fits(text, questions, length)) is { } first)
            return TextFinding.Of(first);
        return ByPatterns(questions, length);
    }

    private TextFinding ByPatterns(IReadOnlyCollection<(TextQuestion Question, bool Truth)> questions, Interval length)
    {
        List<AirsPolicy.Text.Patterns.Pattern> matching = [], excluded = [];
        foreach (var (question, truth) in questions)
        {
            if (TextAnswers.PatternOf(question) is not { } pattern)
                return TextFinding.Undecided;
            (truth ? matching : excluded).Add(pattern);
        }
        // A text of bounded length is one more pattern; beyond what a pattern may repeat any length will do.
        if (length.Low > 0 && length.Low <= LongestBound || length.High <= LongestBound)
        {
            var low = length.Low is { } least and <= LongestBound ? least : 0;
            var high = length.High is { } most and <= LongestBound ? $"{most:0}" : "";
            if (TextAnswers.PatternOf(new TextQuestion(TextRelation.Matches, $@"^[\s\S]{{{Math.Max(low, 0):0},{high}}}$")) is { } lengths)
                matching.Add(lengths);
        }
        var found = PatternIntersection.Find(matching, excluded, MaxStates);
        IsCut |= found.Kind == PatternIntersectionKind.Undecided;
        return found.Kind switch
        {
            PatternIntersectionKind.None => TextFinding.None,
            PatternIntersectionKind.Found => TextFinding.Of(found.Text!),
            _ => TextFinding.Undecided,
        };
    }

    private static bool Fits(string text, IReadOnlyCollection<(TextQuestion Question, bool Truth)> questions, Interval length)
    {
        var characters = text.EnumerateRunes().Count();
        return !(characters < length.Low)
            && !(characters > length.High)
            && questions.All(asked => TextAnswers.Holds(asked.Question, text) == asked.Truth);
    }
}

/// <summary>What is known of a text.</summary>
/// <param name="IsPossible">There may be one; false where there is certainly none.</param>
/// <param name="Text">One, or null where none was found.</param>
internal readonly record struct TextFinding(bool IsPossible, string? Text)
{
    public static TextFinding None => new(false, null);

    public static TextFinding Undecided => new(true, null);

    public static TextFinding Of(string text) => new(true, text);
}
