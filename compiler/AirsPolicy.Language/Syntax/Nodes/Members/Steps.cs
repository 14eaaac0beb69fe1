namespace AirsPolicy.Language.Syntax;

/// <summary>A step by its name.</summary>
internal sealed record NamedStepSyntax(SyntaxToken Name, SyntaxToken? Repetition) : StepSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Name, Repetition);
}

/// <summary>Alternatives: <c>(a | b -> c)</c>.</summary>
internal sealed record AlternativesStepSyntax(
    SyntaxToken OpenParenthesis,
    SeparatedSyntaxList<SequenceSyntax> Alternatives,
    SyntaxToken CloseParenthesis,
    SyntaxToken? Repetition) : StepSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OpenParenthesis, Alternatives, CloseParenthesis, Repetition);
}
