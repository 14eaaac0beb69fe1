using System.Globalization;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Facts;

/// <summary>
/// What a judge says of a request is a fact of the decision point at which it stands, and so is why it gave no answer. They are recorded
/// with the decision, and whoever decides again takes them from there.
/// </summary>
public static class JudgeFact
{
    // No declared name holds a colon, so that nothing else can be meant.
    private const string AnswerPrefix = "judge:";
    private const string UnansweredPrefix = "unanswered:";

    /// <summary>Why a judge that was asked gave no answer that can be used.</summary>
    public static EnumShape Causes { get; } =
        new(["unavailable", "failed", "late", "refused", "unreadable", "misfit", "fence"], Rising: false);

    /// <summary>The name of the fact that is an answer (<c>judge:shop.conduct</c>, <c>judge:shop.conduct:2</c>).</summary>
    /// <param name="judge">The qualified name of the judge.</param>
    /// <param name="model">Which of its models, from 0.</param>
    public static string Answer(string judge, int model = 0) =>
        model == 0 ? AnswerPrefix + judge : string.Create(CultureInfo.InvariantCulture, $"{AnswerPrefix}{judge}:{model + 1}");

    /// <summary>
    /// The name of the fact that says why there is no answer, one of <see cref="Causes"/>; absent where there is one, and where nobody has
    /// asked.
    /// </summary>
    /// <param name="judge">The qualified name of the judge.</param>
    public static string Unanswered(string judge) => UnansweredPrefix + judge;

    /// <summary>Whether a fact is the answer of a judge.</summary>
    public static bool IsAnswer(string fact)
    {
        ArgumentNullException.ThrowIfNull(fact);
        return fact.StartsWith(AnswerPrefix, StringComparison.Ordinal);
    }
}
