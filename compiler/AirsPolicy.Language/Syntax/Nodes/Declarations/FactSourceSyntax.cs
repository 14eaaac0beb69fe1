namespace AirsPolicy.Language.Syntax;

/// <summary>The provider of a fact: <c>from TEXT [within VALUE] [on error EFFECT]</c>.</summary>
internal sealed record FactSourceSyntax(
    SyntaxToken FromKeyword,
    SyntaxToken Text,
    WithinSyntax? Within,
    OnErrorMemberSyntax? OnError) : SyntaxNode
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(FromKeyword, Text, Within, OnError);
}
