using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// Everything that is looked for in one view, as one nondeterministic automaton over code points. Unchanging, for any number of threads.
/// </summary>
/// <param name="code">The instructions of all items one behind the other.</param>
/// <param name="sets">The sets that instructions name, each once.</param>
/// <param name="items">The items, by rising first instruction.</param>
/// <param name="itemOf">The number of the item that an instruction belongs to.</param>
internal sealed class WindowProgram(Instruction[] code, CodePointSet[] sets, WindowItem[] items, int[] itemOf)
{
    // Characters that an instruction takes alone are told apart from all others.
    private readonly HashSet<int> _literals =
    [
        .. code.Where(instruction => instruction.Operation == Operation.Character)
            .SelectMany(instruction => new[] { instruction.A, instruction.B }),
    ];

    public ReadOnlySpan<Instruction> Code => code;

    public ReadOnlySpan<CodePointSet> Sets => sets;

    public ReadOnlySpan<WindowItem> Items => items;

    public ReadOnlySpan<int> ItemOf => itemOf;

    /// <summary>Whether word boundaries decide where something can begin.</summary>
    public bool HasTerms { get; } = items.Any(item => item.IsTerm);

    /// <summary>Whether some instruction takes this character and no other, but for its case variants.</summary>
    public bool IsLiteral(int codePoint) => _literals.Contains(codePoint);
}
