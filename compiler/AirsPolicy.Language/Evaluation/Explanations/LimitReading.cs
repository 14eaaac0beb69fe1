namespace AirsPolicy.Language.Evaluation.Explanations;

/// <summary>How a limit stood when a decision asked for it, each amount as the language writes it.</summary>
/// <param name="Drawn">What was drawn before, what waits for people included.</param>
/// <param name="Draw">What this decision draws.</param>
/// <param name="Bound">How much may be drawn before the step comes in: its share of what is allowed.</param>
/// <param name="Allowed">What the limit allows in all.</param>
public sealed record LimitReading(string Drawn, string Draw, string Bound, string Allowed)
{
    /// <summary>The same in a few words: "480 GBP drawn, 40 GBP more, of 500 GBP".</summary>
    public override string ToString() =>
        $"{Drawn} drawn, {Draw} more, of {Bound}{(Bound == Allowed ? "" : $" (where {Allowed} are allowed)")}";
}
