using System.Text;
using AirsPolicy.Text.Patterns.Matching.Automata;

namespace AirsPolicy.Text.Patterns;

/// <summary>The matches of a text from left to right, found as they are asked for.</summary>
public ref struct PatternMatches
{
    private readonly ReadOnlySpan<char> text;
    private readonly LazySearch search;
    private readonly int number;
    private int index;
    private bool ended;

    internal PatternMatches(Pattern pattern, ReadOnlySpan<char> text, int from, PatternScratch scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, text.Length);
        this.text = text;
        search = scratch.Search;
        search.Start(pattern.Program, from, CodePointBefore(text, from));
        number = search.Search;
        index = from;
    }

    /// <summary>The last match found; meaningless before the first <see cref="MoveNext"/> and after it has returned false.</summary>
    public TextSpan Current { get; private set; }

    public readonly PatternMatches GetEnumerator() => this;

    /// <exception cref="InvalidOperationException">The scratch has been used for another search meanwhile.</exception>
    public bool MoveNext()
    {
        if (search.Search != number)
            throw new InvalidOperationException("The scratch serves another search; each search under way needs its own.");
        while (!search.HasFinal && index < text.Length)
            index = search.Read(text, index, text.Length, last: true);
        if (!search.HasFinal && !ended)
        {
            ended = true;
            search.End();
        }

        if (!search.HasFinal) return false;
        Current = search.TakeFinal();
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
