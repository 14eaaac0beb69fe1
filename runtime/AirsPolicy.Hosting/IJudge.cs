namespace AirsPolicy.Hosting;

/// <summary>
/// A model that answers for judges of policies, bound by the name that a policy gives it (<c>model "judge-small"</c>). Asked from any
/// number of threads.
/// </summary>
public interface IJudge
{
    /// <summary>Asks the model.</summary>
    /// <param name="question">What is asked.</param>
    /// <param name="cancellation">Cancelled once the time is over that the policy gives; the answer is not waited for then.</param>
    /// <returns>
    /// The answer as JSON text, one object that fits the schema, at most <see cref="JudgeQuestion.MaxAnswer"/> characters; null where the
    /// model refuses to answer. Anything else, and any exception, is no answer: what the policy says of
    /// that follows.
    /// </returns>
    ValueTask<string?> AnswerAsync(JudgeQuestion question, CancellationToken cancellation);
}

/// <summary>What a model is asked.</summary>
/// <param name="Judge">The qualified name of the judge that asks.</param>
/// <param name="Model">The model, as the policy names it.</param>
/// <param name="Provider">Who provides it, or null.</param>
/// <param name="Prompt">The prompt. What comes from the request stands between marks that were made for this question alone.</param>
/// <param name="Schema">The JSON Schema of the answer.</param>
public sealed record JudgeQuestion(string Judge, string Model, string? Provider, string Prompt, string Schema)
{
    /// <summary>How many characters an answer may have.</summary>
    public const int MaxAnswer = 64 * 1024;
}
