namespace AirsPolicy.Language.Syntax;

/// <summary>What happens when labelled content reaches something: <c>reaches PATHS then EFFECTS</c>.</summary>
internal sealed record ReachesMemberSyntax(
    SyntaxToken ReachesKeyword,
    SeparatedSyntaxList<PathSyntax> Paths,
    SyntaxToken ThenKeyword,
    SeparatedSyntaxList<EffectSyntax> Effects) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ReachesKeyword, Paths, ThenKeyword, Effects);
}
