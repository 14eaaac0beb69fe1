namespace AirsPolicy.Language.Syntax;

/// <summary><c>halt [session | run | agent | user | system] [for T] ["message"]</c>.</summary>
internal sealed record HaltEffectSyntax(
    SyntaxToken HaltKeyword,
    SyntaxToken? Scope,
    ForDurationSyntax? For,
    SyntaxToken? Message) : EffectSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(HaltKeyword, Scope, For, Message);
}
