namespace AirsPolicy.Text.Unicode;

/// <summary>Walks over the stretches between word boundaries, spaces and punctuation among them.</summary>
public ref struct WordEnumerator
{
    private readonly ReadOnlySpan<char> _text;
    private WordBreakState _state;

    internal WordEnumerator(ReadOnlySpan<char> text)
    {
        _text = text;
        _state = WordBreakState.AtStart;
    }

    /// <summary>The stretch, in UTF-16 units of the text.</summary>
    public TextSpan Current { get; private set; }

    public readonly WordEnumerator GetEnumerator() => this;

    public bool MoveNext()
    {
        var start = Current.End;
        if (start == _text.Length) return false;
        var position = start;
        do
        {
            _state.Take(Scalars.First(_text[position..], out var length));
            position += length;
        }
        while (position < _text.Length && !BreaksAt(position));
        Current = new TextSpan(start, position);
        return true;
    }

    private readonly bool BreaksAt(int position)
    {
        var codePoint = Scalars.First(_text[position..], out var length);
        return _state.BreaksBefore(codePoint, _text[(position + length)..]);
    }
}
