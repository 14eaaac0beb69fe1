using System.Numerics;

namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>
/// A pattern as a deterministic automaton over ASCII, made whole beforehand: which state follows which, by class of characters.
/// </summary>
internal sealed class PatternTable
{
    /// <summary>No match can come any more.</summary>
    public const byte Dead = 0;

    /// <summary>There is a match, whatever follows.</summary>
    public const byte Matched = 1;

    /// <summary>How many characters the table knows: ASCII.</summary>
    public const int Characters = 128;

    private readonly byte[] _classes;
    // In rows of a power of two, so that a shift finds them.
    private readonly byte[] _next;
    private readonly int _shift;
    private readonly bool[] _matchesAtEnd;
    private readonly byte _start;

    /// <param name="classes">The class of each character of ASCII; characters of one class are never told apart.</param>
    /// <param name="next">The state that follows, by state and class.</param>
    /// <param name="matchesAtEnd">Whether there is a match where the text ends, by state.</param>
    public PatternTable(byte[] classes, byte[] next, bool[] matchesAtEnd, byte start)
    {
        _classes = classes;
        var width = next.Length / matchesAtEnd.Length;
        _shift = BitOperations.Log2(BitOperations.RoundUpToPowerOf2((uint)width));
        _next = new byte[matchesAtEnd.Length << _shift];
        for (var state = 0; state < matchesAtEnd.Length; state++)
            next.AsSpan(state * width, width).CopyTo(_next.AsSpan(state << _shift));
        _matchesAtEnd = matchesAtEnd;
        _start = start;
    }

    /// <summary>The table of a program, or null where it would be too large, or depends on what stands on both sides of a place.</summary>
    public static PatternTable? Of(PatternProgram program) => new PatternTableBuilder(program).Build();

    /// <summary>Asks a text for a match; false where it holds a character beyond ASCII before that is known.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, out bool isMatch)
    {
        ReadOnlySpan<byte> next = _next;
        ReadOnlySpan<byte> classes = _classes;
        var (state, shift) = (_start, _shift);
        foreach (var unit in text)
        {
            if (state <= Matched)
                break;
            if (unit >= Characters)
            {
                isMatch = false;
                return false;
            }
            state = next[state << shift | classes[unit]];
        }
        isMatch = _matchesAtEnd[state];
        return true;
    }
}
