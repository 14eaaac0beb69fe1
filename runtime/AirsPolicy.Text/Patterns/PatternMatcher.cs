using AirsPolicy.Text.Patterns.Matching;
using AirsPolicy.Text.Patterns.Matching.Automata;

namespace AirsPolicy.Text.Patterns;

/// <summary>
/// One search over a text that arrives in parts. It reports exactly the matches of the whole, however it was cut, a cut inside a surrogate
/// pair included, and never looks at a character twice.
/// </summary>
/// <remarks>
/// After each <see cref="Feed"/> the caller takes what <see cref="TryTake"/> gives; then no match still to come begins before
/// <see cref="HeldFrom"/>. A match is reported once it is certain, and no sooner than the character after it has been read or the text has
/// ended, since it may grow.
/// </remarks>
public sealed class PatternMatcher
{
    // The most cells of four bytes for states.
    private const int MaxCells = 1 << 16;

    // Beside it a search of its own, since its states have to last for as long as the text takes to arrive.
    private readonly LazySearch _search;
    private readonly CandidateQueue _certain = new();
    private bool _open;

    /// <summary>A search without a text.</summary>
    public PatternMatcher()
        : this(MaxCells)
    {
    }

    internal PatternMatcher(int maxCells) => _search = new LazySearch(new AutomatonMemory(maxCells), new TextWork());

    /// <summary>
    /// The first UTF-16 unit of the whole text that may be part of a match still to be reported. It never moves back; once the text has
    /// ended it is its length.
    /// </summary>
    public int HeldFrom => _search.HeldFrom;

    /// <summary>Begins a new text; what was left of the one before is forgotten.</summary>
    public void Start(Pattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        _search.Start(pattern.Program, 0, -1);
        _certain.Clear();
        _open = true;
    }

    /// <summary>Reads the next part, which may be empty.</summary>
    /// <param name="last">Whether the text ends with it.</param>
    /// <exception cref="InvalidOperationException">No text is open: <see cref="Start"/> begins one, the last part ends it.</exception>
    /// <exception cref="OverflowException">The whole text has more than <see cref="int.MaxValue"/> units.</exception>
    public void Feed(ReadOnlySpan<char> part, bool last)
    {
        if (!_open) throw new InvalidOperationException("No text is open; start one before feeding it.");
        // One unit may be waiting for the other half of its pair.
        _ = checked(_search.Position + part.Length + 1);
        for (var index = 0; index < part.Length;)
        {
            index = _search.Read(part, index, part.Length, last);
            KeepCertain();
        }

        if (!last) return;
        _search.End();
        KeepCertain();
        _open = false;
    }

    /// <summary>The next certain match, from the start of the whole text; false where more text has to come first, or none will.</summary>
    public bool TryTake(out TextSpan match)
    {
        match = _certain.IsEmpty ? default : _certain.TakeFirst();
        return match.Length > 0;
    }

    // While some wait to be certain the search goes slower, so they are taken from it at once.
    private void KeepCertain()
    {
        while (_search.HasFinal) _certain.Add(_search.TakeFinal());
    }
}
