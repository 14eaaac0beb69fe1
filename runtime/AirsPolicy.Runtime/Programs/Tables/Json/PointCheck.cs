using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>
/// Whether the numbers of a point lead to where its layout has what they stand for, so that no request reads beside its facts.
/// </summary>
internal static class PointCheck
{
    /// <exception cref="InvalidDataException">A number leads nowhere, or elsewhere than the layout says.</exception>
    public static void Check(PointTable point, ProgramTables tables)
    {
        var layout = point.Layout;
        var slots = layout.ToolRegion + layout.Tools.Select(tool => SlotLayout.Width(tool.Facts)).DefaultIfEmpty(0).Max();
        if (slots > FactFrame.MaxSlots)
            throw new InvalidDataException(
                $"The facts of '{layout.Point}' take {slots} slots, where at most {FactFrame.MaxSlots} are taken.");
        Stands(point.ToolSlot, layout.Tools.Count == 0 ? -1 : SlotLayout.Offset(layout.Facts, "tool"), "tool", layout);
        Stands(point.TodaySlot, SlotLayout.Offset(layout.Facts, "today"), "today", layout);
        if (layout.Tools.Count > 0 && (layout.Facts.Find("tool")?.Shape is not EnumShape tool || tool.Names.Count != layout.Tools.Count))
            throw new InvalidDataException($"The fact 'tool' of '{layout.Point}' does not name each of its tools.");
        if (layout.PrimaryText.Count > 0 && SlotLayout.Find(layout.Facts, layout.PrimaryText.AsSpan()) is null)
            throw new InvalidDataException($"'{layout.Point}' has no fact '{string.Join('.', layout.PrimaryText)}'.");
        foreach (var standing in point.Tools.Append(point.Everywhere))
        {
            TablesCheck.Within([standing.Entry], tables.Entries, "entry");
            TablesCheck.Within(standing.Controls, tables.Controls.Count, "control");
            TablesCheck.Within(standing.Rules, tables.Rules.Count, "rule");
            foreach (var required in standing.Rules.SelectMany(rule => tables.Rules[rule].Required).Distinct())
                TablesCheck.Within(tables.Required[required].Slots, slots, "slot");
        }
    }

    private static void Stands(int slot, int expected, string fact, PointLayout layout)
    {
        if (slot != expected)
            throw new InvalidDataException($"The fact '{fact}' of '{layout.Point}' lies in slot {expected}, not {slot}.");
    }
}
