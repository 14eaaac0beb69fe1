using System.Text;
using AirsPolicy.Text.Patterns.Matching.Automata;

namespace AirsPolicy.Text.Patterns;

/// <summary>The matches of a text from left to right, found as they are asked for.</summary>
public ref struct PatternMatches
{
    private readonly ReadOnlySpan<char> _text;
    private readonly LazySearch _search;
    private readonly int _number;
    private int _index;
    private bool _ended;

    internal PatternMatches(Pattern pattern, ReadOnlySpan<char> text, int from, PatternScratch scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, text.Length);
        this._text = text;
        _search = scratch.Search;
        _search.Start(pattern.Program, from, CodePointBefore(text, from));
        _number = _search.Search;
        _index = from;
    }

    /// <summary>The last match found; meaningless before the first <see cref="MoveNext"/> and after it has returned false.</summary>
    public TextSpan Current { get; private set; }

    public readonly PatternMatches GetEnumerator() => this;

    /// <exception cref="InvalidOperationException">The scratch has been used for another search meanwhile.</exception>
    public bool MoveNext()
    {
        if (_search.Search != _number)
            throw new InvalidOperationException("The scratch serves another search; each search under way needs its own.");
        while (!_search.HasFinal && _index < _text.Length)
            _index = _search.Read(_text, _index, _text.Length, last: true);
        if (!_search.HasFinal && !_ended)
        {
            _ended = true;
            _search.End();
        }

        if (!_search.HasFinal) return false;
        Current = _search.TakeFinal();
        return true;
    }

    internal static int CodePointBefore(ReadOnlySpan<char> text, int position)
    {
        if (position == 0)
            return -1;
        return Rune.DecodeLastFromUtf16(text[..position], out var rune, out _) == System.Buffers.OperationStatus.Done
            ? rune.Value
            : text[position - 1];
    }
}
