namespace AirsPolicy.Language.Syntax;

/// <summary>Where something stands: <c>at POINTS</c>.</summary>
internal sealed record AtMemberSyntax(SyntaxToken AtKeyword, PointsSyntax Points) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(AtKeyword, Points);
}

/// <summary>The posture: <c>on error EFFECT</c>, or a table of effects.</summary>
internal sealed record OnErrorMemberSyntax(SyntaxToken OnKeyword, SyntaxToken ErrorKeyword, EffectSyntax Effect) : MemberSyntax
{
    /// <summary>All effects that may be meant.</summary>
    public IEnumerable<EffectSyntax> Effects =>
        Effect is EffectTableSyntax table ? table.Entries.AsEnumerable().Select(entry => entry.Effect) : [Effect];

    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(OnKeyword, ErrorKeyword, Effect);
}

/// <summary><c>model TEXTS [from TEXT] [family TEXTS] [quorum N] [agree N]</c>.</summary>
internal sealed record ModelMemberSyntax(
    SyntaxToken ModelKeyword,
    SeparatedSyntaxList<SyntaxToken> Texts,
    FromTextSyntax? From,
    TextsMemberSyntax? Family,
    KeywordValueSyntax? Quorum,
    KeywordValueSyntax? Agree) : MemberSyntax
{
    /// <summary>The families of the models, or none.</summary>
    public SeparatedSyntaxList<SyntaxToken> Families => Family?.Texts ?? SeparatedSyntaxList<SyntaxToken>.Empty;

    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(ModelKeyword, Texts, From, Family, Quorum, Agree);
}

/// <summary><c>timeout 5s</c>.</summary>
internal sealed record TimeoutMemberSyntax(SyntaxToken TimeoutKeyword, SyntaxToken Duration) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(TimeoutKeyword, Duration);
}

/// <summary>A share of the content: <c>sample V [where E]</c>.</summary>
internal sealed record SampleMemberSyntax(SyntaxToken SampleKeyword, ExpressionSyntax Value, WhereSyntax? Where) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(SampleKeyword, Value, Where);
}

/// <summary>
/// A keyword with paths: <c>tools</c>, <c>never</c>, <c>covers</c>, <c>labels</c>, <c>from</c>, <c>mask</c>, <c>view</c> or <c>per</c>.
/// </summary>
internal sealed record PathsMemberSyntax(SyntaxToken Keyword, SeparatedSyntaxList<PathSyntax> Paths) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Paths);
}

/// <summary>A keyword with host names: <c>reads</c>, <c>writes</c>, <c>depends</c>.</summary>
internal sealed record TextsMemberSyntax(SyntaxToken Keyword, SeparatedSyntaxList<SyntaxToken> Texts) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Texts);
}

/// <summary>A keyword with one text: <c>zone</c>, <c>prompt</c>, <c>fallback</c>.</summary>
internal sealed record TextMemberSyntax(SyntaxToken Keyword, SyntaxToken Text) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Text);
}

/// <summary>
/// A keyword with one word: <c>stream</c>, <c>class</c>, <c>kind</c>, <c>timing</c>, <c>mode</c> of a judge, <c>score</c> of a detector,
/// <c>record</c>, <c>priority</c>.
/// </summary>
internal sealed record NameMemberSyntax(SyntaxToken Keyword, SyntaxToken Name) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Name);
}

/// <summary>A keyword with one number: <c>approvals</c>, <c>canary</c>, <c>probe</c>, <c>rank</c>.</summary>
internal sealed record NumberMemberSyntax(SyntaxToken Keyword, SyntaxToken Number) : MemberSyntax
{
    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => Slots(Keyword, Number);
}
