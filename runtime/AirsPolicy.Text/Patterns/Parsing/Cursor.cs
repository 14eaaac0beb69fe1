namespace AirsPolicy.Text.Patterns.Parsing;

/// <summary>The place in the source, and the errors so far. Every reader moves it forward, so that parsing ends.</summary>
/// <param name="source">The pattern.</param>
/// <param name="isEcmaScript">Its classes mean what ECMAScript says.</param>
internal sealed class Cursor(string source, bool isEcmaScript = false)
{
    public bool IsEcmaScript => isEcmaScript;

    private readonly List<PatternError> _errors = [];
    private bool _stopped;

    public int Position { get; private set; }

    public bool AtEnd => Position >= source.Length;

    public int Remaining => source.Length - Position;

    public bool HasErrors => _errors.Count > 0;

    /// <summary>The unit here, or NUL at the end; a NUL in the source needs <see cref="AtEnd"/> to tell.</summary>
    public char Current => Peek(0);

    public char Peek(int ahead) => Position + ahead < source.Length ? source[Position + ahead] : '\0';

    public bool Starts(string text) => source.AsSpan(Position).StartsWith(text, StringComparison.Ordinal);

    public string Slice(int start, int end) => source[start..end];

    public void Advance(int units = 1) => Position = Math.Min(Position + units, source.Length);

    public void MoveTo(int position) => Position = position;

    public bool TryTake(char unit)
    {
        if (AtEnd || Current != unit) return false;
        Advance();
        return true;
    }

    public TextSpan SpanFrom(int start) => new(start, Position);

    public void Report(PatternErrorKind kind, int start, int end, string message)
    {
        if (!_stopped) _errors.Add(new PatternError(new TextSpan(start, end), kind, message));
    }

    /// <summary>Ends parsing here: what follows a broken limit is neither read nor reported.</summary>
    public void Stop()
    {
        _stopped = true;
        Position = source.Length;
    }

    // An unclosed bracket is noticed after the mistakes inside it.
    public PatternList<PatternError> Errors() => [.. _errors.OrderBy(error => error.Span.Start)];
}
