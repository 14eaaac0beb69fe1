using System.Buffers;
using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// What the deterministic automaton of a program is before its first state: the symbols, and what a state has to know beside its threads.
/// </summary>
internal sealed class AutomatonDefinition
{
    /// <summary>Of what kind a state is: whether a match may begin, and what stands before it as far as the program asks.</summary>
    public const int Begins = 1, AtStart = 2, AfterWord = 4, AfterAsciiWord = 8;

    /// <summary>How many kinds there are.</summary>
    public const int Kinds = 16;

    private static int s_count;

    private readonly int _asked;
    private readonly byte[] _asciiKinds;
    private ReverseDefinition? _reverse;

    public AutomatonDefinition(PatternProgram program)
    {
        Program = program;
        Number = NextNumber();
        Symbols = SymbolMapBuilder.Build(program);
        foreach (var instruction in program.Code) _asked |= AskedBy(instruction.Operation);
        _asciiKinds = [.. Enumerable.Range(0, PatternTable.Characters).Select(character => (byte)KindBehindAny(character))];
        if (!program.Facts.CanBeEmpty && CharacterWeights.Of(program.Facts.First) <= CharacterWeights.Rare)
            PassedOver = NotIn(program.Facts.First);
    }

    public PatternProgram Program { get; }

    /// <summary>What tells its states from those of other automata.</summary>
    public int Number { get; }

    public SymbolMap Symbols { get; }

    /// <summary>
    /// The characters of ASCII with which no match begins; null where so many begin one that looking for the next does not pay.
    /// </summary>
    public SearchValues<char>? PassedOver { get; }

    /// <summary>The same program read backwards; null where it is too large for that. Made by the first search that asks.</summary>
    public ReverseDefinition? Reverse => Program.Code.Length > ReverseDefinition.MaxInstructions
        ? null
        : _reverse ?? Interlocked.CompareExchange(ref _reverse, new ReverseDefinition(Program, this), null) ?? _reverse;

    /// <summary>A number that no automaton has had.</summary>
    public static int NextNumber() => Interlocked.Increment(ref s_count);

    /// <summary>What a state has to know of the code point before it.</summary>
    public int KindBehind(int codePoint) => (uint)codePoint < (uint)_asciiKinds.Length ? _asciiKinds[codePoint] : KindBehindAny(codePoint);

    /// <summary>A code point that states of a kind may stand behind: the program cannot tell it from others.</summary>
    public static int CodePointBefore(int kind) => (kind & (AtStart | AfterWord | AfterAsciiWord)) switch
    {
        0 => ' ',
        AtStart => ThreadStep.NoCharacter,
        // A letter that ECMAScript does not count, if the program asks for its meaning of a word at all.
        AfterWord => 'é',
        _ => 'a',
    };

    private int KindBehindAny(int codePoint) => _asked & (
        (codePoint == ThreadStep.NoCharacter ? AtStart : 0)
        | (CharacterTables.IsWord(codePoint) ? AfterWord : 0)
        | (CharacterClasses.IsAsciiWord(codePoint) ? AfterAsciiWord : 0));

    private static int AskedBy(Operation operation) => operation switch
    {
        Operation.TextStart => AtStart,
        Operation.WordEdge or Operation.NotWordEdge => AfterWord,
        Operation.AsciiWordEdge or Operation.NotAsciiWordEdge => AfterAsciiWord,
        _ => 0,
    };

    private static SearchValues<char> NotIn(CodePointSet set) =>
        SearchValues.Create([
            .. Enumerable
                .Range(0, PatternTable.Characters)
                .Where(character => !set.Contains(character))
                .Select(character => (char)character),
        ]);
}
