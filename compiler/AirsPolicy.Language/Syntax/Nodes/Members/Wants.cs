namespace AirsPolicy.Language.Syntax;

/// <summary>An outcome: <c>block by CONTROL saying "help"</c>.</summary>
internal sealed record OutcomeWantSyntax(SyntaxToken Outcome, ByPathSyntax? By, SayingSyntax? Saying) : WantSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Outcome, By, Saying);
}

/// <summary>A condition over the decision.</summary>
internal sealed record ConditionWantSyntax(ExpressionSyntax Condition) : WantSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Condition);
}
