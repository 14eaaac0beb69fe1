using System.Diagnostics;

namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// A search that takes one look into a table for each character. What follows a state is found out when it first comes up; where the table
/// would
/// grow beyond its bound the search goes on by simulation from where it stands. It can rest between any two units of the text.
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

    private readonly AutomatonBuilder builder = new(memory);
    private readonly CandidateQueue candidates = new();
    private Simulation? simulation;
    private AutomatonDefinition automaton = null!;
    private int[] starts = [];
    // The states with nothing under way, by their kind; 0 where not yet looked up.
    private readonly int[] empties = new int[AutomatonDefinition.Kinds];
    private SymbolRange range;
    private long steps;
    private int state;
    private int position;
    private int patience;
    private bool simulates;
    private bool stops;
    private bool hasMatched;
    private char heldHigh;

    /// <summary>Which search this is, so that a reader of an earlier one notices.</summary>
    public int Search { get; private set; }

    /// <summary>Units read and instructions visited since creation: the measure that is linear in the text.</summary>
    public long Steps => steps + builder.Steps + (simulation?.Steps ?? 0);

    /// <summary>Whether it had to go on by simulation.</summary>
    public bool Simulates => simulates;

    /// <summary>Every UTF-16 unit before it has been read.</summary>
    public int Position => simulates ? simulation!.Position : position;

    /// <summary>Whether anything has matched, the empty text included.</summary>
    public bool HasMatched => hasMatched || (simulates && simulation!.HasMatched);

    /// <summary>Whether nothing is under way.</summary>
    public bool IsIdle => simulates ? simulation!.IsIdle : Groups == 0;

    /// <summary>No match still to be taken that is not yet <see cref="HasFinal"/> begins before it.</summary>
    public int HeldFrom => simulates ? simulation!.HeldFrom : state != 0 && Groups > 0 ? starts[0] : position;

    /// <summary>Whether <see cref="TakeFinal"/> has a match to give.</summary>
    public bool HasFinal => !candidates.IsEmpty && (simulates ? simulation!.HasFinal : Groups == 0 || candidates.FirstStart < starts[0]);

    private int Groups => memory.Cells[state + AutomatonMemory.Groups];

    private int Kind => memory.Cells[state + AutomatonMemory.Kind];

    private bool Begins => (Kind & AutomatonDefinition.Begins) != 0;

    /// <summary>Begins at <paramref name="at"/>, after the code point <paramref name="before"/>, or -1 at the start of the text.</summary>
    public void Start(PatternProgram program, int at, int before)
    {
        memory.BeginAnewIfFull();
        automaton = program.Automaton;
        if (starts.Length <= program.Code.Length) starts = new int[program.Code.Length + 1];
        candidates.Clear();
        Search++;
        Array.Clear(empties);
        (hasMatched, simulates, heldHigh, patience, range) = (false, false, '\0', Patience, default);
        MoveTo(at, before);
    }

    /// <summary>Goes on at a later place, with nothing under way there and matches free to begin.</summary>
    public void MoveTo(int at, int before)
    {
        Debug.Assert(heldHigh == '\0', "no half of a pair is left behind");
        position = at;
        if (!simulates)
        {
            var empty = EmptyBehind(before);
            if (empty != 0)
            {
                state = empty;
                return;
            }
        }

        simulates = true;
        (simulation ??= new Simulation(candidates)).Resume(automaton.Program, at, before, begins: true);
    }

    /// <summary>Says whether matches may begin from here on. What is under way goes on.</summary>
    public void SetBegins(bool begins)
    {
        if (!simulates && Begins != begins)
        {
            var twin = builder.Twin(automaton, state);
            if (twin != 0) state = twin;
            else Simulate();
        }

        if (simulates) simulation!.Begins = begins;
    }

    /// <summary>
    /// Reads <paramref name="part"/> from <paramref name="index"/> on to <paramref name="until"/>; less where there is something to look
    /// at: a match that
    /// is certain, a match of any kind, or nothing under way and none to begin. Says where to go on: further on, unless half a pair stood
    /// alone.
    /// </summary>
    /// <param name="until">More than <paramref name="index"/>. What begins before it may be read beyond it.</param>
    /// <param name="last">Whether the text ends with this part, so that a high surrogate at its end stands alone.</param>
    public int Read(ReadOnlySpan<char> part, int index, int until, bool last)
    {
        if (work.IsExhausted) return until;
        if (simulates) return ReadBySimulation(part, index, until, last);
        if (heldHigh != '\0') return ReadAfterHigh(part, index);
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
                    heldHigh = part[index];
                    return index + 1;
                }

                if (index + 1 < part.Length && char.IsLowSurrogate(part[index + 1]))
                    (codePoint, width) = (char.ConvertToUtf32(part[index], part[index + 1]), 2);
            }

            Take(codePoint, width);
            index += width;
            if (stops || simulates || HasFinal || work.IsExhausted) return index;
        }

        return index;
    }

    /// <summary>Settles the end of the text. After it every candidate is final.</summary>
    public void End()
    {
        if (heldHigh != '\0') Take(heldHigh, 1);
        heldHigh = '\0';
        if (!simulates && TryFollow(automaton.Symbols.End)) return;
        if (!simulates) Simulate();
        simulation!.End();
    }

    public TextSpan TakeFinal()
    {
        Debug.Assert(HasFinal, "only a final match is taken");
        return candidates.TakeFirst();
    }

    // The whole cost of most characters: a look into the table, as long as nothing but the state changes or a match may have begun.
    private int ReadPlain(ReadOnlySpan<char> text, int index)
    {
        var cells = memory.Cells;
        var ascii = automaton.Symbols.Ascii;
        var offset = position - index;
        var at = state;
        var first = index;
        var leavesAtEnd = !candidates.IsEmpty || !Begins || (automaton.PassedOver is not null && patience > 0);
        for (; (uint)index < (uint)text.Length; index++)
        {
            int symbol = text[index];
            if (symbol < ascii.Length) symbol = ascii[symbol];
            // No range holds a surrogate, so that pairs are left to the caller.
            else if (range.Contains(symbol)) symbol = range.Symbol;
            else break;
            var next = cells[at + symbol];
            if ((uint)(next - 1) < AutomatonMemory.State)
            {
                at = next;
                continue;
            }

            if (next <= 0) break;
            at = next & AutomatonMemory.State;
            if (next >= AutomatonMemory.Birth) starts[cells[at + AutomatonMemory.Groups] - 1] = offset + index;
            else if (leavesAtEnd)
            {
                index++;
                break;
            }
        }

        state = at;
        steps += index - first;
        position = offset + index;
        return index;
    }

    // With nothing under way, what cannot begin a match is passed over many characters at a time. It ends before anything beyond ASCII.
    private int Pass(ReadOnlySpan<char> part, int index, int until)
    {
        if (index >= until || Groups > 0 || !Begins) return index;
        var start = index;
        if (automaton.Program.Facts.AnchoredStart && (Kind & AutomatonDefinition.AtStart) == 0)
        {
            index = until;
        }
        else if (automaton.PassedOver is { } passedOver && patience > 0)
        {
            var length = part[index..until].IndexOfAnyExcept(passedOver);
            index = length < 0 ? until : index + length;
            patience = Math.Min(Patience, patience + index - start - LeastPass);
        }

        if (index == start) return index;
        var empty = EmptyBehind(part[index - 1]);
        if (empty == 0) return start;
        state = empty;
        steps++;
        position += index - start;
        return index;
    }

    // The state with nothing under way in which a match may begin; 0 where there is no room.
    private int EmptyBehind(int codePoint)
    {
        var kind = AutomatonDefinition.Begins | automaton.KindBehind(codePoint);
        if (empties[kind] == 0) empties[kind] = builder.Empty(automaton, kind);
        return empties[kind];
    }

    private void Take(int codePoint, int width)
    {
        if (TryFollow(SymbolOf(codePoint)))
        {
            position += width;
            return;
        }

        Simulate();
        simulation!.Take(codePoint, width);
    }

    private int SymbolOf(int codePoint)
    {
        var ascii = automaton.Symbols.Ascii;
        if (codePoint < ascii.Length) return ascii[codePoint];
        if (!range.Contains(codePoint)) range = automaton.Symbols.RangeOf(codePoint);
        return range.Contains(codePoint) ? range.Symbol : automaton.Symbols.SymbolOf(codePoint);
    }

    // False where there is no room for what follows.
    private bool TryFollow(int symbol)
    {
        stops = false;
        steps++;
        var next = memory.Cells[state + symbol];
        if (next == 0) next = FindOut(symbol);
        if (next < 0) Act(memory.Cells.AsSpan(-next));
        else if (next > 0) state = next & AutomatonMemory.State;
        if (next >= AutomatonMemory.Birth) starts[Groups - 1] = position;
        else if (next >= AutomatonMemory.End) stops = !Begins;
        return next != 0;
    }

    private int FindOut(int symbol)
    {
        var before = builder.Steps;
        var next = builder.Follow(automaton, state, symbol);
        work.Spend(builder.Steps - before);
        return next;
    }

    private void Act(ReadOnlySpan<int> action)
    {
        if (action[AutomatonBuilder.Match] is var match and >= 0) candidates.Add(new TextSpan(starts[match], position));
        // Groups come from the same place or from one further on, so that none is overwritten before it is read.
        var groups = action[AutomatonBuilder.Groups];
        for (var group = 0; group < groups; group++)
        {
            var source = action[AutomatonBuilder.Sources + group];
            starts[group] = source < 0 ? position : starts[source];
        }

        state = action[AutomatonBuilder.Next];
        hasMatched |= action[AutomatonBuilder.Accepts] != 0;
        stops = action[AutomatonBuilder.Accepts] != 0 || (groups == 0 && !Begins);
    }

    private int ReadAfterHigh(ReadOnlySpan<char> part, int index)
    {
        var high = heldHigh;
        heldHigh = '\0';
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
            var before = simulation!.Steps;
            index = simulation.Read(part, index, last);
            work.Spend(simulation.Steps - before);
        } while (
            index < until && !work.IsExhausted && !simulation.HasFinal && HasMatched == matched && (simulation.Begins || !simulation.IsIdle)
        );
        return index;
    }

    private void Simulate()
    {
        simulates = true;
        (simulation ??= new Simulation(candidates)).Resume(automaton.Program, position, AutomatonDefinition.CodePointBefore(Kind), Begins);
        var group = -1;
        foreach (var thread in memory.KeyOf(state))
        {
            group += thread & 1;
            simulation.Add(new MatchThread(thread >> 1, starts[group]));
        }
    }
}
