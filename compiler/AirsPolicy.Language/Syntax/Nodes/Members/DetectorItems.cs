namespace AirsPolicy.Language.Syntax;

/// <summary>A term or pattern.</summary>
internal sealed record LiteralItemSyntax(SyntaxToken Literal) : DetectorItemSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Literal);
}

/// <summary><c>file</c>, <c>classifier</c> or <c>weights</c> with the host's name for it.</summary>
internal sealed record SourceItemSyntax(SyntaxToken Keyword, SyntaxToken Text) : DetectorItemSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Text);
}

/// <summary>Another detector.</summary>
internal sealed record DetectorReferenceItemSyntax(PathSyntax Path) : DetectorItemSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Path);
}
