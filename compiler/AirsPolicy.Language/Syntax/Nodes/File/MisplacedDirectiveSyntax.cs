namespace AirsPolicy.Language.Syntax;

/// <summary>A directive that stands after a declaration; there is a diagnostic for it, but its names are in scope.</summary>
internal sealed record MisplacedDirectiveSyntax(DirectiveSyntax Directive) : DeclarationSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Directive);

    /// <inheritdoc/>
    public override SyntaxToken Keyword { get => (SyntaxToken)Directive.Children.First(); init { } }
}
