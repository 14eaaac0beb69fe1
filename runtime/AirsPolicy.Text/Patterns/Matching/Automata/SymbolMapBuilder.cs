using System.Runtime.InteropServices;

namespace AirsPolicy.Text.Patterns.Matching.Automata;

/// <summary>
/// Divides the code points by the sets of a program. It begins with one class and lets every set in turn divide the classes that it holds a
/// part of, looking only at what is inside the set.
/// </summary>
internal sealed class SymbolMapBuilder
{
    private readonly int[] _firsts;
    private readonly int[] _classes;
    private readonly List<int> _sizes = [];
    private readonly Dictionary<int, int> _divided = [];
    private readonly Dictionary<int, int> _inside = [];

    private SymbolMapBuilder(List<CodePointSet> sets)
    {
        _firsts = FirstsOf(sets);
        _classes = new int[_firsts.Length];
        _sizes.Add(_firsts.Length);
    }

    public static SymbolMap Build(PatternProgram program)
    {
        var sets = SetsOf(program);
        var builder = new SymbolMapBuilder(sets);
        foreach (var set in sets) builder.Divide(set);
        return builder.ToMap();
    }

    private static List<CodePointSet> SetsOf(PatternProgram program)
    {
        var sets = new List<CodePointSet>();
        var characters = new HashSet<(int, int)>();
        var (words, asciiWords) = (false, false);
        foreach (var (operation, a, b) in program.Code)
        {
            words |= operation is Operation.WordEdge or Operation.NotWordEdge;
            asciiWords |= operation is Operation.AsciiWordEdge or Operation.NotAsciiWordEdge;
            if (operation == Operation.Character && characters.Add((a, b)))
                sets.Add(a == b ? CodePointSet.Of(a) : CodePointSet.Of([new(a, a), new(b, b)]));
        }

        foreach (var set in program.Sets) sets.Add(set);
        if (words) sets.Add(CharacterClasses.Word);
        if (asciiWords) sets.Add(CharacterClasses.AsciiWord);
        return sets;
    }

    // Every code point of ASCII is a range of its own; beyond it ranges begin where some set begins or ends.
    private static int[] FirstsOf(List<CodePointSet> sets)
    {
        var found = new List<int>();
        foreach (var set in sets)
        {
            foreach (var range in set.Ranges)
            {
                if (range.First >= PatternTable.Characters) found.Add(range.First);
                if (range.Last + 1 > PatternTable.Characters && range.Last < CodePointSet.LastCodePoint) found.Add(range.Last + 1);
            }
        }

        for (var first = 0; first <= PatternTable.Characters; first++) found.Add(first);
        var all = found.ToArray();
        Array.Sort(all);
        var count = 0;
        foreach (var first in all)
        {
            if (count == 0 || all[count - 1] != first) all[count++] = first;
        }

        return all[..count];
    }

    private void Divide(CodePointSet set)
    {
        _divided.Clear();
        _inside.Clear();
        // How many ranges of each class the set holds; a class that lies in it whole stays as it is.
        foreach (var range in set.Ranges)
        {
            for (var index = IndexOf(range.First); index < _firsts.Length && _firsts[index] <= range.Last; index++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(_inside, _classes[index], out _)++;
            }
        }

        foreach (var (one, count) in _inside)
        {
            if (count == _sizes[one]) continue;
            _divided.Add(one, _sizes.Count);
            _sizes[one] -= count;
            _sizes.Add(count);
        }

        if (_divided.Count == 0) return;
        foreach (var range in set.Ranges)
        {
            for (var index = IndexOf(range.First); index < _firsts.Length && _firsts[index] <= range.Last; index++)
            {
                if (_divided.TryGetValue(_classes[index], out var part)) _classes[index] = part;
            }
        }
    }

    private int IndexOf(int first) => first <= PatternTable.Characters ? first : Array.BinarySearch(_firsts, first);

    // Numbers are given in the order of code points, so that those of ASCII fit a byte.
    private SymbolMap ToMap()
    {
        var symbols = new ushort[_firsts.Length];
        var members = new List<int>();
        var numbers = new Dictionary<int, ushort>();
        for (var index = 0; index < _firsts.Length; index++)
        {
            if (numbers.TryAdd(_classes[index], (ushort)members.Count)) members.Add(_firsts[index]);
            symbols[index] = numbers[_classes[index]];
        }

        var ascii = Array.ConvertAll(symbols[..PatternTable.Characters], symbol => (byte)symbol);
        return new SymbolMap(ascii, _firsts[PatternTable.Characters..], symbols[PatternTable.Characters..], [.. members]);
    }
}
