using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Patterns.Matching;

/// <summary>
/// What one character does to all matches under way. Both the simulation, which takes this step for every character, and the automaton,
/// which remembers what came of it, get their meaning from here.
/// </summary>
/// <remarks>
/// <para>Threads are kept in the order of their starts, the leftmost first. Three things keep the work linear:</para>
/// <para>1. <b>Merging.</b> Two threads at one instruction have the same future; the leftmost stays. Were the other one's match the one to
/// report,
/// something earlier would have to overlap the leftmost and end before the other's start, and then rule 2 would have ended the leftmost by
/// then.</para>
/// <para>2. <b>Cutting.</b> When a match from <c>r</c> ends at <c>p</c>, no thread that started inside it can report any more: either the
/// match
/// from <c>r</c> stands, at least as long, or one that started before <c>r</c> and ends at <c>p</c> or later replaces it, and covers them
/// too.</para>
/// <para>3. <b>Waiting.</b> A match found is a candidate until no thread is left that started where it did or earlier.</para>
/// <para>Rule 2 is applied at a position before the thread that starts there is born, since an adjacent match is no overlap.</para>
/// <para>A position is settled only when the character after it is known (or that there is none), because of <c>\b</c> and <c>$</c>.</para>
/// </remarks>
internal sealed class ThreadStep
{
    /// <summary>What stands before the first and behind the last character.</summary>
    public const int NoCharacter = -1;

    private PatternProgram? _program;
    private MatchThread[] _threads = [];
    private MatchThread[] _nextThreads = [];
    private int[] _stack = [];

    // marks[i] == mark says that instruction i has been reached at this position; a new position is a new mark.
    private int[] _marks = [];
    private int _mark;
    private int _nextCount;
    private int _position;
    private int _previous;

    /// <summary>Instructions visited and characters read since creation: the measure that is linear in the text.</summary>
    public long Steps { get; private set; }

    /// <summary>How many matches are under way.</summary>
    public int Count { get; private set; }

    /// <summary>Where the match began that ends at the place last settled; <see cref="int.MaxValue"/> where none does.</summary>
    public int MatchStart { get; private set; }

    /// <summary>Whether something has matched at the place last settled, the empty text included.</summary>
    public bool HasAccepted { get; private set; }

    /// <summary>The matches under way, in the order of their starts.</summary>
    public ReadOnlySpan<MatchThread> Threads => _threads.AsSpan(0, Count);

    /// <summary>Begins with nothing under way. Room is made for the largest program seen.</summary>
    public void Start(PatternProgram next)
    {
        _program = next;
        Count = 0;
        HasAccepted = false;
        var length = next.Code.Length;
        if (_threads.Length >= length) return;
        _threads = new MatchThread[length];
        _nextThreads = new MatchThread[length];
        // A visited split leaves one instruction behind, and each is visited once.
        _stack = new int[length + 1];
        _marks = new int[length];
        _mark = 0;
    }

    /// <summary>Adds a match under way, no further left than those added before.</summary>
    public void Add(MatchThread thread) => _threads[Count++] = thread;

    /// <summary>Settles a place between two characters and takes the second.</summary>
    /// <param name="before">The code point before it, or <see cref="NoCharacter"/>.</param>
    /// <param name="next">The code point behind it, or <see cref="NoCharacter"/>.</param>
    /// <param name="at">The place, as starts of threads are counted.</param>
    /// <param name="begins">Whether a match may begin here.</param>
    public void Advance(int before, int next, int at, bool begins)
    {
        NewMark();
        (_previous, _position, _nextCount) = (before, at, 0);
        (MatchStart, HasAccepted) = (int.MaxValue, false);
        for (var index = 0; index < Count && _threads[index].Start <= MatchStart; index++)
        {
            Follow(_threads[index].Instruction, _threads[index].Start, next);
        }

        if (begins && CanBegin(next)) Follow(0, at, next);
        (_threads, _nextThreads) = (_nextThreads, _threads);
        Count = _nextCount;
        Steps++;
    }

    /// <summary>Counts characters that were passed over because nothing could come of them.</summary>
    public void CountPassed(int characters) => Steps += characters;

    // Where no empty match is to be seen, a thread that cannot take the next character need not be born.
    private bool CanBegin(int next)
    {
        var facts = _program!.Facts;
        return (_previous == NoCharacter || !facts.AnchoredStart) && (facts.CanBeEmpty || facts.First.Contains(next));
    }

    // Everything reachable from an instruction without taking a character; what takes the next one goes on behind it.
    private void Follow(int instruction, int start, int next)
    {
        var code = _program!.Code;
        var depth = 0;
        _stack[depth++] = instruction;
        while (depth > 0)
        {
            var at = _stack[--depth];
            while (at >= 0 && _marks[at] != _mark)
            {
                _marks[at] = _mark;
                Steps++;
                var (operation, a, b) = code[at];
                switch (operation)
                {
                    case Operation.Accept:
                        HasAccepted = true;
                        if (start < _position) MatchStart = start;
                        at = -1;
                        break;
                    case Operation.Jump:
                        at = a;
                        break;
                    case Operation.Split:
                        _stack[depth++] = b;
                        at = a;
                        break;
                    case Operation.Character or Operation.Set:
                        if (operation == Operation.Character ? next == a || next == b : _program.Sets[a].Contains(next))
                        {
                            _nextThreads[_nextCount++] = new MatchThread(at + 1, start);
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
        Operation.TextStart => _previous == NoCharacter,
        Operation.TextEnd => next == NoCharacter,
        Operation.WordEdge => CharacterTables.IsWord(_previous) != CharacterTables.IsWord(next),
        Operation.AsciiWordEdge => CharacterClasses.IsAsciiWord(_previous) != CharacterClasses.IsAsciiWord(next),
        Operation.NotAsciiWordEdge => CharacterClasses.IsAsciiWord(_previous) == CharacterClasses.IsAsciiWord(next),
        _ => CharacterTables.IsWord(_previous) == CharacterTables.IsWord(next),
    };

    private void NewMark()
    {
        if (_mark == int.MaxValue)
        {
            Array.Clear(_marks);
            _mark = 0;
        }

        _mark++;
    }
}
