using System.Text;
using AirsPolicy.Runtime.Text.Patterns.Matching;

namespace AirsPolicy.Runtime.Text.Patterns;

/// <summary>The matches of a text from left to right, found as they are asked for.</summary>
public ref struct PatternMatches
{
    private readonly ReadOnlySpan<char> text;
    private readonly Simulation simulation;
    private readonly int search;
    private int index;
    private bool ended;

    internal PatternMatches(Pattern pattern, ReadOnlySpan<char> text, int from, PatternScratch scratch)
    {
        ArgumentNullException.ThrowIfNull(scratch);
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, text.Length);
        this.text = text;
        simulation = scratch.Simulation;
        simulation.Start(pattern.Program, from, CodePointBefore(text, from));
        search = simulation.Search;
        index = from;
    }

    /// <summary>The last match found; meaningless before the first <see cref="MoveNext"/> and after it has returned false.</summary>
    public TextSpan Current { get; private set; }

    public readonly PatternMatches GetEnumerator() => this;

    /// <exception cref="InvalidOperationException">The scratch has been used for another search meanwhile.</exception>
    public bool MoveNext()
    {
        if (simulation.Search != search) throw new InvalidOperationException("The scratch serves another search; each search under way needs its own.");
        while (!simulation.HasFinal && index < text.Length) index = simulation.Read(text, index, last: true);
        if (!simulation.HasFinal && !ended)
        {
            ended = true;
            simulation.End();
        }

        if (!simulation.HasFinal) return false;
        Current = simulation.TakeFinal();
        return true;
    }

    private static int CodePointBefore(ReadOnlySpan<char> text, int position)
    {
        if (position == 0) return -1;
        return Rune.DecodeLastFromUtf16(text[..position], out var rune, out _) == System.Buffers.OperationStatus.Done ? rune.Value : text[position - 1];
    }
}
