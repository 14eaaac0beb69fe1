namespace AirsPolicy.Extensions.AI;

/// <summary>
/// What <c>AdditionalProperties</c> of a response say of the decision, where one refused or changed something. Every value is a text.
/// </summary>
public static class PolicyProperties
{
    /// <summary>What operators find the request by: it stands in every line that is logged of it.</summary>
    public const string Request = "airs.request";

    /// <summary>The decision point.</summary>
    public const string Point = "airs.point";

    /// <summary>The outcome (<c>block</c>).</summary>
    public const string Outcome = "airs.outcome";

    /// <summary>The digest of the bundle that decided.</summary>
    public const string Bundle = "airs.bundle";

    /// <summary>The controls that fired, with <c>, </c> between them.</summary>
    public const string Rules = "airs.rules";

    /// <summary>
    /// Why what decided could not be evaluated (<c>MissingFact: The fact 'order' is missing.</c>); absent where a rule that matched decided.
    /// For operators, and never for users.
    /// </summary>
    public const string Failure = "airs.failure";

    /// <summary>The number under which the request waits for people; absent where it does not.</summary>
    public const string Waits = "airs.waits";

    /// <summary><c>true</c> where text was streamed that the decision does not let go on: take it back.</summary>
    public const string Retracted = "airs.retracted";
}
