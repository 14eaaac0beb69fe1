using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Syntax;

/// <summary>The smallest piece of a file, with the trivia before it and, up to the end of its line, behind it.</summary>
internal sealed record SyntaxToken : SyntaxElement
{
    private readonly object? _value;
    private readonly int _fullStart, _start, _end, _fullEnd;

    internal SyntaxToken(SourceText source, TokenKind kind, Keyword keyword, int fullStart, int start, int end, int fullEnd, object? value)
    {
        Source = source;
        Kind = kind;
        Keyword = keyword;
        _fullStart = fullStart;
        _start = start;
        _end = end;
        _fullEnd = fullEnd;
        _value = value;
    }

    public SourceText Source { get; }

    public TokenKind Kind { get; }

    /// <summary>The keyword this word can be in its place; <see cref="Syntax.Keyword.None"/> if it is none.</summary>
    public Keyword Keyword { get; }

    /// <inheritdoc/>
    public override TextSpan Span => new(_start, _end);

    /// <inheritdoc/>
    public override TextSpan FullSpan => new(_fullStart, _fullEnd);

    /// <summary>
    /// Whether the grammar needs a token here that the text does not have. It is empty and stands right behind the token before it.
    /// </summary>
    public override bool IsMissing => _start == _end && Kind != TokenKind.EndOfFile;

    /// <inheritdoc/>
    public override IEnumerable<SyntaxElement> Children => [];

    /// <summary>The characters of the token as they stand in the file.</summary>
    public string Text => _value as string ?? Source.Content[_start.._end];

    /// <summary>
    /// The decoded value of a number, date, text or pattern; null for every other token and for one that could not be read.
    /// </summary>
    public Literal? Literal => _value as Literal;

    /// <summary>The trivia before the token, in order.</summary>
    public IReadOnlyList<SyntaxTrivia> LeadingTrivia => TriviaScanner.Scan(Source, _fullStart, Math.Max(_start, _fullStart));

    /// <summary>The trivia behind the token up to the end of its line, in order.</summary>
    public IReadOnlyList<SyntaxTrivia> TrailingTrivia =>
        TriviaScanner.Scan(Source, Math.Min(_end, _fullEnd), IsMissing ? Math.Min(_end, _fullEnd) : _fullEnd);

    /// <summary>Whether trivia stands before the token; cheaper than asking for it.</summary>
    internal bool HasLeadingTrivia => _start > _fullStart;

    internal SyntaxToken WithFullStart(int fullStart) => new(Source, Kind, Keyword, fullStart, _start, _end, _fullEnd, _value);

    public bool Equals(SyntaxToken? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => HashCode.Combine(_start, _end, Kind);

    public override string ToString() => IsMissing ? "" : Text;
}
