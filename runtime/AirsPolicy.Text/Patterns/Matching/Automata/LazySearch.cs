using System.Diagnostics;

namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// A search that takes one look into a table for each character. What follows a state is found out when it first comes up; where the table
/// would grow beyond its bound the search goes on by simulation from where it stands. It can rest between any two units of the text.
/// </summary>
/// <param name="memory">Where states are kept; one search at a time uses it, and every other that does begins anew.</param>
/// <param name="work">
/// What is left for it to do beyond looks into the table. Once that is used up it reads nothing more, and what it found means nothing.
/// </param>
internal sealed class LazySearch(AutomatonMemory memory, TextWork work)
{
    // Passing over characters that begin nothing has to get so far on average, or it is given up for this search.
    private const int LeastPass = 12;
    private const int Patience = 512;

    private readonly AutomatonBuilder _builder = new(memory);
    private readonly CandidateQueue _candidates = new();
    private Simulation? _simulation;
    private AutomatonDefinition _automaton = null!;
    private int[] _starts = [];
    // The states with nothing under way, by their kind; 0 where not yet looked up.
    private readonly int[] _empties = new int[AutomatonDefinition.Kinds];
    private SymbolRange _range;
    private long _steps;
    private int _state;
    private int _position;
    private int _patience;
    private bool _simulates;
    private bool _stops;
    private bool _hasMatched;
    private char _heldHigh;

    /// <summary>Which search this is, so that a reader of an earlier one notices.</summary>
    public int Search { get; private set; }

    /// <summary>Units read and instructions visited since creation: the measure that is linear in the text.</summary>
    public long Steps => _steps + _builder.Steps + (_simulation?.Steps ?? 0);

    /// <summary>Whether it had to go on by simulation.</summary>
    public bool Simulates => _simulates;

    /// <summary>Every UTF-16 unit before it has been read.</summary>
    public int Position => _simulates ? _simulation!.Position : _position;

    /// <summary>Whether anything has matched, the empty text included.</summary>
    public bool HasMatched => _hasMatched || (_simulates && _simulation!.HasMatched);

    /// <summary>Whether nothing is under way.</summary>
    public bool IsIdle => _simulates ? _simulation!.IsIdle : Groups == 0;

    /// <summary>No match still to be taken that is not yet <see cref="HasFinal"/> begins before it.</summary>
    public int HeldFrom => _simulates ? _simulation!.HeldFrom : _state != 0 && Groups > 0 ? _starts[0] : _position;

    /// <summary>Whether <see cref="TakeFinal"/> has a match to give.</summary>
    public bool HasFinal =>
        !_candidates.IsEmpty && (_simulates ? _simulation!.HasFinal : Groups == 0 || _candidates.FirstStart < _starts[0]);

    private int Groups => memory.Cells[_state + AutomatonMemory.Groups];

    private int Kind => memory.Cells[_state + AutomatonMemory.Kind];

    private bool Begins => (Kind & AutomatonDefinition.Begins) != 0;

    /// <summary>Begins at <paramref name="at"/>, after the code point <paramref name="before"/>, or -1 at the start of the text.</summary>
    public void Start(PatternProgram program, int at, int before)
    {
        memory.BeginAnewIfFull();
        _automaton = program.Automaton;
        if (_starts.Length <= program.Code.Length) _starts = new int[program.Code.Length + 1];
        _candidates.Clear();
        Search++;
        Array.Clear(_empties);
        (_hasMatched, _simulates, _heldHigh, _patience, _range) = (false, false, '\0', Patience, default);
        MoveTo(at, before);
    }

    /// <summary>Goes on at a later place, with nothing under way there and matches free to begin.</summary>
    public void MoveTo(int at, int before)
    {
        Debug.Assert(_heldHigh == '\0', "no half of a pair is left behind");
        _position = at;
        if (!_simulates)
        {
            var empty = EmptyBehind(before);
            if (empty != 0)
            {
                _state = empty;
                return;
            }
        }

        _simulates = true;
        (_simulation ??= new Simulation(_candidates)).Resume(_automaton.Program, at, before, begins: true);
    }

    /// <summary>Says whether matches may begin from here on. What is under way goes on.</summary>
    public void SetBegins(bool begins)
    {
        if (!_simulates && Begins != begins)
        {
            var twin = _builder.Twin(_automaton, _state);
            if (twin != 0) _state = twin;
            else Simulate();
        }

        if (_simulates) _simulation!.Begins = begins;
    }

    /// <summary>
    /// Reads <paramref name="part"/> from <paramref name="index"/> on to <paramref name="until"/>; less where there is something to look
    /// at: a match that is certain, a match of any kind, or nothing under way and none to begin. Says where to go on: further on, unless
    /// half a pair stood alone.
    /// </summary>
    /// <param name="until">More than <paramref name="index"/>. What begins before it may be read beyond it.</param>
    /// <param name="last">Whether the text ends with this part, so that a high surrogate at its end stands alone.</param>
    public int Read(ReadOnlySpan<char> part, int index, int until, bool last)
    {
        if (work.IsExhausted) return until;
        if (_simulates) return ReadBySimulation(part, index, until, last);
        if (_heldHigh != '\0') return ReadAfterHigh(part, index);
        index = Pass(part, index, until);
        while (index < until)
        {
            index = ReadPlain(part[..until], index);
            if (HasFinal) return index;
            if (Groups == 0)
            {
                if (!Begins) return index;
                var passed = Pass(part, index, until);
                if (passed > index)
                {
                    index = passed;
                    continue;
                }
            }

            if (index == until) break;
            int codePoint = part[index];
            var width = 1;
            if (char.IsHighSurrogate(part[index]))
            {
                if (index + 1 == part.Length && !last)
                {
                    _heldHigh = part[index];
                    return index + 1;
                }

                if (index + 1 < part.Length && char.IsLowSurrogate(part[index + 1]))
                    (codePoint, width) = (char.ConvertToUtf32(part[index], part[index + 1]), 2);
            }

            Take(codePoint, width);
            index += width;
            if (_stops || _simulates || HasFinal || work.IsExhausted) return index;
        }

        return index;
    }

    /// <summary>Settles the end of the text. After it every candidate is final.</summary>
    public void End()
    {
        if (_heldHigh != '\0') Take(_heldHigh, 1);
        _heldHigh = '\0';
        if (!_simulates && TryFollow(_automaton.Symbols.End)) return;
        if (!_simulates) Simulate();
        _simulation!.End();
    }

    public TextSpan TakeFinal()
    {
        Debug.Assert(HasFinal, "only a final match is taken");
        return _candidates.TakeFirst();
    }

    // The whole cost of most characters: a look into the table, as long as nothing but the state changes or a match may have begun.
    private int ReadPlain(ReadOnlySpan<char> text, int index)
    {
        var cells = memory.Cells;
        var ascii = _automaton.Symbols.Ascii;
        var offset = _position - index;
        var at = _state;
        var first = index;
        var leavesAtEnd = !_candidates.IsEmpty || !Begins || (_automaton.PassedOver is not null && _patience > 0);
        for (; (uint)index < (uint)text.Length; index++)
        {
            int symbol = text[index];
            if (symbol < ascii.Length) symbol = ascii[symbol];
            // No range holds a surrogate, so that pairs are left to the caller.
            else if (_range.Contains(symbol)) symbol = _range.Symbol;
            else break;
            var next = cells[at + symbol];
            if ((uint)(next - 1) < AutomatonMemory.State)
            {
                at = next;
                continue;
            }

            if (next <= 0) break;
            at = next & AutomatonMemory.State;
            if (next >= AutomatonMemory.Birth) _starts[cells[at + AutomatonMemory.Groups] - 1] = offset + index;
            else if (leavesAtEnd)
            {
                index++;
                break;
            }
        }

        _state = at;
        _steps += index - first;
        _position = offset + index;
        return index;
    }

    // With nothing under way, what cannot begin a match is passed over many characters at a time. It ends before anything beyond ASCII.
    private int Pass(ReadOnlySpan<char> part, int index, int until)
    {
        if (index >= until || Groups > 0 || !Begins) return index;
        var start = index;
        if (_automaton.Program.Facts.AnchoredStart && (Kind & AutomatonDefinition.AtStart) == 0)
        {
            index = until;
        }
        else if (_automaton.PassedOver is { } passedOver && _patience > 0)
        {
            var length = part[index..until].IndexOfAnyExcept(passedOver);
            index = length < 0 ? until : index + length;
            _patience = Math.Min(Patience, _patience + index - start - LeastPass);
        }

        if (index == start) return index;
        var empty = EmptyBehind(part[index - 1]);
        if (empty == 0) return start;
        _state = empty;
        _steps++;
        _position += index - start;
        return index;
    }

    // The state with nothing under way in which a match may begin; 0 where there is no room.
    private int EmptyBehind(int codePoint)
    {
        var kind = AutomatonDefinition.Begins | _automaton.KindBehind(codePoint);
        if (_empties[kind] == 0) _empties[kind] = _builder.Empty(_automaton, kind);
        return _empties[kind];
    }

    private void Take(int codePoint, int width)
    {
        if (TryFollow(SymbolOf(codePoint)))
        {
            _position += width;
            return;
        }

        Simulate();
        _simulation!.Take(codePoint, width);
    }

    private int SymbolOf(int codePoint)
    {
        var ascii = _automaton.Symbols.Ascii;
        if (codePoint < ascii.Length) return ascii[codePoint];
        if (!_range.Contains(codePoint)) _range = _automaton.Symbols.RangeOf(codePoint);
        return _range.Contains(codePoint) ? _range.Symbol : _automaton.Symbols.SymbolOf(codePoint);
    }

    // False where there is no room for what follows.
    private bool TryFollow(int symbol)
    {
        _stops = false;
        _steps++;
        var next = memory.Cells[_state + symbol];
        if (next == 0) next = FindOut(symbol);
        if (next < 0) Act(memory.Cells.AsSpan(-next));
        else if (next > 0) _state = next & AutomatonMemory.State;
        if (next >= AutomatonMemory.Birth) _starts[Groups - 1] = _position;
        else if (next >= AutomatonMemory.End) _stops = !Begins;
        return next != 0;
    }

    private int FindOut(int symbol)
    {
        var before = _builder.Steps;
        var next = _builder.Follow(_automaton, _state, symbol);
        work.Spend(_builder.Steps - before);
        return next;
    }

    private void Act(ReadOnlySpan<int> action)
    {
        if (action[AutomatonBuilder.Match] is var match and >= 0) _candidates.Add(new TextSpan(_starts[match], _position));
        // Groups come from the same place or from one further on, so that none is overwritten before it is read.
        var groups = action[AutomatonBuilder.Groups];
        for (var group = 0; group < groups; group++)
        {
            var source = action[AutomatonBuilder.Sources + group];
            _starts[group] = source < 0 ? _position : _starts[source];
        }

        _state = action[AutomatonBuilder.Next];
        _hasMatched |= action[AutomatonBuilder.Accepts] != 0;
        _stops = action[AutomatonBuilder.Accepts] != 0 || (groups == 0 && !Begins);
    }

    private int ReadAfterHigh(ReadOnlySpan<char> part, int index)
    {
        var high = _heldHigh;
        _heldHigh = '\0';
        var isPair = char.IsLowSurrogate(part[index]);
        if (isPair) Take(char.ConvertToUtf32(high, part[index]), 2);
        else Take(high, 1);
        return isPair ? index + 1 : index;
    }

    private int ReadBySimulation(ReadOnlySpan<char> part, int index, int until, bool last)
    {
        var matched = HasMatched;
        do
        {
            var before = _simulation!.Steps;
            index = _simulation.Read(part, index, last);
            work.Spend(_simulation.Steps - before);
        } while (
            index < until
            && !work.IsExhausted
            && !_simulation.HasFinal
            && HasMatched == matched
            && (_simulation.Begins || !_simulation.IsIdle)
        );
        return index;
    }

    private void Simulate()
    {
        _simulates = true;
        _simulation ??= new Simulation(_candidates);
        _simulation.Resume(_automaton.Program, _position, AutomatonDefinition.CodePointBefore(Kind), Begins);
        var group = -1;
        foreach (var thread in memory.KeyOf(_state))
        {
            group += thread & 1;
            _simulation.Add(new MatchThread(thread >> 1, _starts[group]));
        }
    }
}
