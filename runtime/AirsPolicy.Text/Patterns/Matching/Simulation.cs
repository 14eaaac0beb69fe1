using System.Diagnostics;

namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>
/// All matches under way at once, a character at a time (<see cref="ThreadStep"/>). It needs memory for the instructions alone, whatever
/// the pattern, which is why searches come here when an automaton would grow too large; and it is what automata are held to.
/// </summary>
internal sealed class Simulation(CandidateQueue candidates)
{
    private readonly ThreadStep _step = new();
    private PatternProgram? _program;
    private int _previous;
    private char _heldHigh;

    public Simulation()
        : this(new CandidateQueue())
    {
    }

    /// <summary>Instructions visited and characters read since creation: the measure that is linear in the text.</summary>
    public long Steps => _step.Steps;

    /// <summary>Every UTF-16 unit before it has been read.</summary>
    public int Position { get; private set; }

    /// <summary>Whether a match may begin.</summary>
    public bool Begins { get; set; }

    /// <summary>Whether nothing is under way.</summary>
    public bool IsIdle => _step.Count == 0;

    /// <summary>Whether anything has matched, the empty text included.</summary>
    public bool HasMatched { get; private set; }

    /// <summary>No match still to be taken that is not yet <see cref="HasFinal"/> begins before it.</summary>
    public int HeldFrom => _step.Count > 0 ? _step.Threads[0].Start : Position;

    /// <summary>Whether <see cref="TakeFinal"/> has a match to give.</summary>
    public bool HasFinal => candidates.FirstStart < (_step.Count > 0 ? _step.Threads[0].Start : int.MaxValue);

    /// <summary>No match can begin or end any more.</summary>
    private bool IsDead => _step.Count == 0 && _program!.Facts.AnchoredStart && Position > 0;

    /// <summary>
    /// Begins at <paramref name="position"/>, after the code point <paramref name="before"/>, or -1 at the start of the text.
    /// </summary>
    public void Start(PatternProgram next, int position, int before)
    {
        candidates.Clear();
        Resume(next, position, before, begins: true);
    }

    /// <summary>Goes on where another search stands, with its candidates; what is under way is then added.</summary>
    public void Resume(PatternProgram next, int position, int before, bool begins)
    {
        _program = next;
        Position = position;
        Begins = begins;
        HasMatched = false;
        _previous = before;
        _heldHigh = '\0';
        _step.Start(next);
    }

    /// <inheritdoc cref="ThreadStep.Add"/>
    public void Add(MatchThread thread) => _step.Add(thread);

    /// <summary>Reads at least one unit of <paramref name="part"/> from <paramref name="index"/>; says where to go on.</summary>
    /// <param name="last">Whether the text ends with this part, so that a high surrogate at its end stands alone.</param>
    public int Read(ReadOnlySpan<char> part, int index, bool last)
    {
        if (_heldHigh != '\0') return ReadAfterHigh(part, index);
        if (_step.Count == 0)
        {
            var skipped = Skip(part, index);
            if (skipped > index) return skipped;
        }

        var unit = part[index];
        if (!char.IsHighSurrogate(unit))
        {
            Take(unit, 1);
            return index + 1;
        }

        if (index + 1 < part.Length && char.IsLowSurrogate(part[index + 1]))
        {
            Take(char.ConvertToUtf32(unit, part[index + 1]), 2);
            return index + 2;
        }

        if (index + 1 == part.Length && !last) _heldHigh = unit;
        else Take(unit, 1);
        return index + 1;
    }

    /// <summary>Settles the end of the text. After it every candidate is final.</summary>
    public void End()
    {
        if (_heldHigh != '\0') Take(_heldHigh, 1);
        _heldHigh = '\0';
        Take(ThreadStep.NoCharacter, 0);
    }

    public TextSpan TakeFinal()
    {
        Debug.Assert(HasFinal, "only a final match is taken");
        return candidates.TakeFirst();
    }

    private int ReadAfterHigh(ReadOnlySpan<char> part, int index)
    {
        var high = _heldHigh;
        _heldHigh = '\0';
        if (char.IsLowSurrogate(part[index]))
        {
            Take(char.ConvertToUtf32(high, part[index]), 2);
            return index + 1;
        }

        Take(high, 1);
        return index;
    }

    // With nothing under way, what cannot begin a match only moves the position. Surrogates are left to the caller.
    private int Skip(ReadOnlySpan<char> part, int index)
    {
        var start = index;
        if (IsDead) index = part.Length;
        else if (!_program!.Facts.CanBeEmpty)
        {
            var first = _program.Facts.First;
            while (index < part.Length && !char.IsSurrogate(part[index]) && !first.Contains(part[index])) index++;
        }

        if (index == start) return index;
        Position += index - start;
        _previous = part[index - 1];
        _step.CountPassed(index - start);
        return index;
    }

    /// <summary>Settles the place before a character and takes it.</summary>
    /// <param name="next">Its code point, or <see cref="ThreadStep.NoCharacter"/> at the end of the text.</param>
    /// <param name="width">Its units.</param>
    public void Take(int next, int width)
    {
        _step.Advance(_previous, next, Position, Begins);
        if (_step.MatchStart != int.MaxValue) candidates.Add(new TextSpan(_step.MatchStart, Position));
        HasMatched |= _step.HasAccepted;
        Position += width;
        _previous = next;
    }
}
