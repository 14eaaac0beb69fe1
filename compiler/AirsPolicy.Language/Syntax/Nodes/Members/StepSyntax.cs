namespace AirsPolicy.Language.Syntax;

/// <summary>A step of a sequence.</summary>
internal abstract record StepSyntax : SyntaxNode
{
    /// <summary><c>+</c>, <c>*</c> or <c>?</c> behind the step.</summary>
    public abstract SyntaxToken? Repetition { get; init; }
}
