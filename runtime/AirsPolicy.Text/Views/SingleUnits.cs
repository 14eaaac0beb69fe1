using AirsPolicy.Text.Unicode;

namespace AirsPolicy.Text.Views;

/// <summary>
/// The units that folding makes one unit of, whatever stands before them and as long as another such unit follows: nearly all that is
/// written in any script.
/// </summary>
internal static class SingleUnits
{
    private static readonly UnitTable<char> s_folded = new(Fold);

    /// <summary>What a unit becomes; U+0000 for what is no such unit.</summary>
    public static char Of(char unit) => s_folded[unit];

    private static char Fold(char unit)
    {
        if (char.IsSurrogate(unit)) return default;
        if (!FoldingTables.TryFold(unit, out var parts)) return FoldingTables.MarkOf(unit) == 0 ? unit : default;
        if (parts.IsEmpty || parts[0] > char.MaxValue || FoldingTables.MarkOf(parts[0]) != 0) return default;
        foreach (var mark in parts[1..])
        {
            if (!FoldingPass.DropsMarks(parts[0]) || FoldingTables.MarkOf(mark) is 0 or FoldingTables.Joining) return default;
        }
        return (char)parts[0];
    }
}
