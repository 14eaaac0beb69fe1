using System.Text;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Text.Windows;

/// <summary>Puts the items of one view together.</summary>
internal sealed class WindowProgramBuilder
{
    private readonly List<Instruction> _code = [];
    private readonly List<CodePointSet> _sets = [];
    private readonly Dictionary<CodePointSet, int> _setNumbers = [];
    private readonly List<WindowItem> _items = [];
    private readonly List<int> _itemOf = [];

    /// <summary>A folded term.</summary>
    public void AddTerm(int source, string term)
    {
        var start = _code.Count;
        foreach (var rune in term.EnumerateRunes())
            Add(new Instruction(Operation.Character, rune.Value, rune.Value));
        Add(new Instruction(Operation.Accept));
        _items.Add(new WindowItem(source, start, term.Length, false, false, CodePointSet.Of(Rune.GetRuneAt(term, 0).Value)));
    }

    /// <summary>A pattern.</summary>
    public void AddPattern(int source, Pattern pattern)
    {
        var program = pattern.Program;
        var start = _code.Count;
        foreach (var instruction in program.Code)
        {
            Add(instruction.Operation switch
            {
                Operation.Jump => instruction with { A = instruction.A + start },
                Operation.Split => instruction with { A = instruction.A + start, B = instruction.B + start },
                Operation.Set => instruction with { A = SetNumber(program.Sets[instruction.A]) },
                _ => instruction,
            });
        }
        _items.Add(
            new WindowItem(source, start, 0, program.Facts.AnchoredStart, false, program.Facts.CanBeEmpty ? null : program.Facts.First));
    }

    /// <summary>How many items there are so far.</summary>
    public int Count => _items.Count;

    /// <param name="holding">The sources for which text is kept back.</param>
    public WindowProgram Build(HashSet<int> holding) =>
        new([.. _code], [.. _sets], [.. _items.Select(item => item with { Holds = holding.Contains(item.Source) })], [.. _itemOf]);

    private void Add(Instruction instruction)
    {
        _code.Add(instruction);
        _itemOf.Add(_items.Count);
    }

    private int SetNumber(CodePointSet set)
    {
        if (_setNumbers.TryGetValue(set, out var number))
            return number;
        _sets.Add(set);
        return _setNumbers[set] = _sets.Count - 1;
    }
}
