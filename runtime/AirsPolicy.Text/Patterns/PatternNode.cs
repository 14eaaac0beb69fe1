namespace AirsPolicy.Text.Patterns;

/// <summary>A part of a pattern. Plain groups leave no node: their body stands where they stood.</summary>
/// <param name="Span">Its source, in UTF-16 units from the start of the pattern; empty only for an empty alternative.</param>
public abstract record PatternNode(TextSpan Span);

/// <summary>Matches the empty text: an alternative with nothing in it.</summary>
public sealed record PatternEmpty(TextSpan Span) : PatternNode(Span);

/// <summary>Matches one character.</summary>
/// <param name="CodePoint">A Unicode scalar value.</param>
public sealed record PatternCharacter(TextSpan Span, int CodePoint) : PatternNode(Span);

/// <summary><c>.</c>: any one character but the line feed.</summary>
public sealed record PatternAny(TextSpan Span) : PatternNode(Span);

/// <summary><c>[…]</c>, <c>[^…]</c>, or a class escape such as <c>\d</c> on its own, which is the class of that one item.</summary>
/// <param name="Negated">Whether it matches the characters that no item holds.</param>
/// <param name="Items">At least one, in the order written.</param>
public sealed record PatternClass(TextSpan Span, bool Negated, PatternList<PatternClassItem> Items) : PatternNode(Span);

/// <summary>Where a match stands in the text, without taking a character.</summary>
public sealed record PatternAnchor(TextSpan Span, PatternAnchorKind Kind) : PatternNode(Span);

/// <summary>Items one after the other.</summary>
/// <param name="Items">At least two.</param>
public sealed record PatternSequence(TextSpan Span, PatternList<PatternNode> Items) : PatternNode(Span);

/// <summary><c>a|b</c>. The order of alternatives has no meaning, since the longest match is taken.</summary>
/// <param name="Alternatives">At least two.</param>
public sealed record PatternAlternation(TextSpan Span, PatternList<PatternNode> Alternatives) : PatternNode(Span);

/// <summary><c>*</c>, <c>+</c>, <c>?</c> and <c>{n,m}</c>.</summary>
/// <param name="Min">0 to <see cref="PatternLimits.MaxRepeat"/>.</param>
/// <param name="Max">At least <paramref name="Min"/>; null where there is no upper bound.</param>
public sealed record PatternRepeat(TextSpan Span, PatternNode Body, int Min, int? Max) : PatternNode(Span);

/// <summary><c>(?i:…)</c>: the body ignores case.</summary>
public sealed record PatternCaseless(TextSpan Span, PatternNode Body) : PatternNode(Span);
