using System.Diagnostics;
using AirsPolicy.Runtime.Text.Unicode;

namespace AirsPolicy.Runtime.Text.Patterns.Matching;

/// <summary>
/// All matches under way at once, a character at a time. This is the whole state of a search: between two characters it can rest for as long as
/// the text takes to arrive.
/// </summary>
/// <remarks>
/// <para>Why one pass is enough. Threads are kept in the order of their starts, the leftmost first. Three things keep the work linear:</para>
/// <para>1. <b>Merging.</b> Two threads at one instruction have the same future; the leftmost stays. Were the other one's match the one to report,
/// something earlier would have to overlap the leftmost and end before the other's start, and then rule 2 would have ended the leftmost by then.</para>
/// <para>2. <b>Cutting.</b> When a match from <c>r</c> ends at <c>p</c>, no thread that started inside it can report any more: either the match
/// from <c>r</c> stands, at least as long, or one that started before <c>r</c> and ends at <c>p</c> or later replaces it, and covers them too.</para>
/// <para>3. <b>Waiting.</b> A match found is a candidate until no thread is left that started where it did or earlier.</para>
/// <para>Rule 2 is applied at a position before the thread that starts there is born, since an adjacent match is no overlap.</para>
/// <para>A position is settled only when the character after it is known (or that there is none), because of <c>\b</c> and <c>$</c>.</para>
/// </remarks>
internal sealed class Simulation
{
    private const int NoCharacter = -1;

    private readonly CandidateQueue candidates = new();
    private PatternProgram? program;
    private MatchThread[] threads = [];
    private MatchThread[] nextThreads = [];
    private int[] stack = [];

    // marks[i] == mark says that instruction i has been reached at this position; a new position is a new mark.
    private int[] marks = [];
    private int mark;
    private int count;
    private int nextCount;
    private int previous;
    private int matchStart;
    private char heldHigh;

    /// <summary>Instructions visited and characters read since creation: the measure that is linear in the text.</summary>
    public long Steps { get; private set; }

    /// <summary>Which search this is, so that a reader of an earlier one notices.</summary>
    public int Search { get; private set; }

    /// <summary>Every UTF-16 unit before it has been read.</summary>
    public int Position { get; private set; }

    /// <summary>Whether anything has matched, the empty text included.</summary>
    public bool HasMatched { get; private set; }

    /// <summary>No match still to be taken that is not yet <see cref="HasFinal"/> begins before it.</summary>
    public int HeldFrom => count > 0 ? threads[0].Start : Position;

    /// <summary>Whether <see cref="TakeFinal"/> has a match to give.</summary>
    public bool HasFinal => candidates.FirstStart < (count > 0 ? threads[0].Start : int.MaxValue);

    /// <summary>No match can begin or end any more.</summary>
    private bool IsDead => count == 0 && program!.Facts.AnchoredStart && Position > 0;

    /// <summary>Begins at <paramref name="position"/>, after the code point <paramref name="before"/>, or -1 at the start of the text.</summary>
    public void Start(PatternProgram next, int position, int before)
    {
        program = next;
        Search++;
        Position = position;
        previous = before;
        count = 0;
        heldHigh = '\0';
        HasMatched = false;
        candidates.Clear();
        var length = next.Code.Length;
        if (threads.Length >= length) return;
        threads = new MatchThread[length];
        nextThreads = new MatchThread[length];
        // A visited split leaves one instruction behind, and each is visited once.
        stack = new int[length + 1];
        marks = new int[length];
        mark = 0;
    }

    /// <summary>Reads at least one unit of <paramref name="part"/> from <paramref name="index"/>; says where to go on.</summary>
    /// <param name="last">Whether the text ends with this part, so that a high surrogate at its end stands alone.</param>
    public int Read(ReadOnlySpan<char> part, int index, bool last)
    {
        if (heldHigh != '\0') return ReadAfterHigh(part, index);
        if (count == 0)
        {
            var skipped = Skip(part, index);
            if (skipped > index) return skipped;
        }

        var unit = part[index];
        if (!char.IsHighSurrogate(unit))
        {
            Advance(unit, 1);
            return index + 1;
        }

        if (index + 1 < part.Length && char.IsLowSurrogate(part[index + 1]))
        {
            Advance(char.ConvertToUtf32(unit, part[index + 1]), 2);
            return index + 2;
        }

        if (index + 1 == part.Length && !last) heldHigh = unit;
        else Advance(unit, 1);
        return index + 1;
    }

    /// <summary>Settles the end of the text. After it every candidate is final.</summary>
    public void End()
    {
        if (heldHigh != '\0') Advance(heldHigh, 1);
        heldHigh = '\0';
        Advance(NoCharacter, 0);
    }

    public TextSpan TakeFinal()
    {
        Debug.Assert(HasFinal, "only a final match is taken");
        return candidates.TakeFirst();
    }

    private int ReadAfterHigh(ReadOnlySpan<char> part, int index)
    {
        var high = heldHigh;
        heldHigh = '\0';
        if (char.IsLowSurrogate(part[index]))
        {
            Advance(char.ConvertToUtf32(high, part[index]), 2);
            return index + 1;
        }

        Advance(high, 1);
        return index;
    }

    // With nothing under way, what cannot begin a match only moves the position. Surrogates are left to the caller.
    private int Skip(ReadOnlySpan<char> part, int index)
    {
        var start = index;
        if (IsDead) index = part.Length;
        else if (!program!.Facts.CanBeEmpty)
        {
            var first = program.Facts.First;
            while (index < part.Length && !char.IsSurrogate(part[index]) && !first.Contains(part[index])) index++;
        }

        if (index == start) return index;
        Position += index - start;
        previous = part[index - 1];
        Steps += index - start;
        return index;
    }

    private void Advance(int next, int width)
    {
        NewMark();
        nextCount = 0;
        matchStart = int.MaxValue;
        for (var index = 0; index < count && threads[index].Start <= matchStart; index++)
        {
            Follow(threads[index].Instruction, threads[index].Start, next);
        }

        if (matchStart != int.MaxValue) candidates.Add(new TextSpan(matchStart, Position));
        if (CanBegin(next)) Follow(0, Position, next);

        (threads, nextThreads) = (nextThreads, threads);
        count = nextCount;
        Position += width;
        previous = next;
        Steps++;
    }

    // Where no empty match is to be seen, a thread that cannot take the next character need not be born.
    private bool CanBegin(int next)
    {
        var facts = program!.Facts;
        return (Position == 0 || !facts.AnchoredStart) && (facts.CanBeEmpty || facts.First.Contains(next));
    }

    // Everything reachable from an instruction without taking a character; what takes the next one goes on behind it.
    private void Follow(int instruction, int start, int next)
    {
        var code = program!.Code;
        var depth = 0;
        stack[depth++] = instruction;
        while (depth > 0)
        {
            var at = stack[--depth];
            while (at >= 0 && marks[at] != mark)
            {
                marks[at] = mark;
                Steps++;
                var (operation, a, b) = code[at];
                switch (operation)
                {
                    case Operation.Accept:
                        HasMatched = true;
                        if (start < Position) matchStart = start;
                        at = -1;
                        break;
                    case Operation.Jump:
                        at = a;
                        break;
                    case Operation.Split:
                        stack[depth++] = b;
                        at = a;
                        break;
                    case Operation.Character or Operation.Set:
                        if (operation == Operation.Character ? next == a || next == b : program.Sets[a].Contains(next))
                        {
                            nextThreads[nextCount++] = new MatchThread(at + 1, start);
                        }

                        at = -1;
                        break;
                    default:
                        at = Holds(operation, next) ? at + 1 : -1;
                        break;
                }
            }
        }
    }

    private bool Holds(Operation operation, int next) => operation switch
    {
        Operation.TextStart => previous == NoCharacter,
        Operation.TextEnd => next == NoCharacter,
        Operation.WordEdge => CharacterTables.IsWord(previous) != CharacterTables.IsWord(next),
        Operation.AsciiWordEdge => CharacterClasses.IsAsciiWord(previous) != CharacterClasses.IsAsciiWord(next),
        Operation.NotAsciiWordEdge => CharacterClasses.IsAsciiWord(previous) == CharacterClasses.IsAsciiWord(next),
        _ => CharacterTables.IsWord(previous) == CharacterTables.IsWord(next),
    };

    private void NewMark()
    {
        if (mark == int.MaxValue)
        {
            Array.Clear(marks);
            mark = 0;
        }

        mark++;
    }
}
