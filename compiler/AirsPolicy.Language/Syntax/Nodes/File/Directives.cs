namespace AirsPolicy.Language.Syntax;

/// <summary>Puts the controls of another package in force: <c>extends PATH</c>.</summary>
internal sealed record ExtendsDirectiveSyntax(SyntaxToken ExtendsKeyword, PathSyntax Path) : DirectiveSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ExtendsKeyword, Path);
}

/// <summary>Brings the names of another package into scope: <c>use PATH</c>.</summary>
internal sealed record UseDirectiveSyntax(SyntaxToken UseKeyword, PathSyntax Path) : DirectiveSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(UseKeyword, Path);
}

/// <summary>Brings the ids of a catalogue into scope: <c>use catalogue TEXT</c>.</summary>
internal sealed record UseCatalogueDirectiveSyntax(
    SyntaxToken UseKeyword,
    SyntaxToken CatalogueKeyword,
    SyntaxToken Text) : DirectiveSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(UseKeyword, CatalogueKeyword, Text);
}
