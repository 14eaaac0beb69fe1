namespace AirsPolicy.Text.Patterns;

/// <summary>Part of a class.</summary>
/// <param name="Span">Its source, in UTF-16 units from the start of the pattern.</param>
public abstract record PatternClassItem(TextSpan Span);

/// <summary><c>a-z</c>, or one character when both ends are the same.</summary>
/// <param name="First">The first code point.</param>
/// <param name="Last">The last code point, inclusive.</param>
public sealed record PatternClassRange(TextSpan Span, int First, int Last) : PatternClassItem(Span);

/// <summary><c>\d</c>, <c>\w</c>, <c>\s</c> and their negations <c>\D</c>, <c>\W</c>, <c>\S</c>.</summary>
public sealed record PatternClassEscape(TextSpan Span, PatternClassKind Kind, bool Negated) : PatternClassItem(Span);

/// <summary><c>\p{Lu}</c> or <c>\P{Lu}</c>.</summary>
/// <param name="Name">A general category or script of Unicode, short or long, as written: <c>Lu</c>, <c>Greek</c>.</param>
public sealed record PatternClassCategory(TextSpan Span, string Name, bool Negated) : PatternClassItem(Span);
