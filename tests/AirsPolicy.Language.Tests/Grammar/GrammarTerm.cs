using System.Collections.Immutable;

namespace AirsPolicy.Language.Tests.Grammar;

/// <summary>What stands on the right of a production.</summary>
internal abstract record GrammarTerm
{
    /// <summary>The terms that this one is made of.</summary>
    public virtual ImmutableArray<GrammarTerm> Parts => [];

    /// <summary>The term with all terms in it.</summary>
    public IEnumerable<GrammarTerm> Whole() => Parts.SelectMany(part => part.Whole()).Prepend(this);
}

/// <summary><c>"text"</c>.</summary>
internal sealed record TextTerm(string Text) : GrammarTerm;

/// <summary><c>"a" .. "z"</c>, or one character by its code.</summary>
internal sealed record RangeTerm(char First, char Last) : GrammarTerm;

/// <summary>The name of a production, or of a kind of token.</summary>
internal sealed record ReferenceTerm(string Name) : GrammarTerm;

/// <summary><c>A B</c>.</summary>
internal sealed record SeriesTerm(ImmutableArray<GrammarTerm> Terms) : GrammarTerm
{
    public override ImmutableArray<GrammarTerm> Parts => Terms;
}

/// <summary><c>A | B</c>.</summary>
internal sealed record ChoiceTerm(ImmutableArray<GrammarTerm> Ways) : GrammarTerm
{
    public override ImmutableArray<GrammarTerm> Parts => Ways;
}

/// <summary><c>[ A ]</c>.</summary>
internal sealed record OptionalTerm(GrammarTerm Term) : GrammarTerm
{
    public override ImmutableArray<GrammarTerm> Parts => [Term];
}

/// <summary><c>{ A }</c>.</summary>
internal sealed record RepeatedTerm(GrammarTerm Term) : GrammarTerm
{
    public override ImmutableArray<GrammarTerm> Parts => [Term];
}

/// <summary><c>&amp; A</c>.</summary>
internal sealed record AheadTerm(GrammarTerm Term) : GrammarTerm
{
    public override ImmutableArray<GrammarTerm> Parts => [Term];
}

/// <summary><c>! A</c>.</summary>
internal sealed record NotAheadTerm(GrammarTerm Term) : GrammarTerm
{
    public override ImmutableArray<GrammarTerm> Parts => [Term];
}
