using AirsPolicy.Text.Scores;

namespace AirsPolicy.Runtime.Programs.Tables.Json;

/// <summary>Whether the numbers of tables lead somewhere, so that a fault shows when a bundle is loaded and not on a request.</summary>
internal static class TablesCheck
{
    private const int MaxBlocks = 1 << 20;
    private const int ShareCount = (int)Millionths.Whole + 1;

    /// <exception cref="InvalidDataException">A number leads nowhere, or two points or keys have one name.</exception>
    public static void Check(ProgramTables tables)
    {
        if (tables.Points.Select(point => point.Layout.Point).Distinct(StringComparer.Ordinal).Count() != tables.Points.Count)
            throw new InvalidDataException("Two decision points have one name.");
        Within(tables.Rules.Select(rule => rule.Control), tables.Controls.Count, "control");
        Within(tables.Rules.SelectMany(rule => rule.Required), tables.Required.Count, "required fact");
        foreach (var point in tables.Points)
            PointCheck.Check(point, tables);
        var detectors = tables.Detectors.Concat(tables.Audit.Detectors).ToList();
        Within(
            detectors.SelectMany(detector => detector.Items.Concat(detector.Exceptions)).Select(item => item.Weight),
            ShareCount,
            "weight");
        Within(detectors.Select(detector => detector.FoundAt ?? 0), ShareCount, "score");
        Within(tables.Indexes.SelectMany(Blocks), tables.Blocks, "block");
        StateCheck.Check(tables);
        RunJson.Check(tables);
        StreamJson.Check(tables);
        PaceJson.Check(tables);
        JudgeJson.Check(tables);
        AuditJson.Check(tables.Audit);
        QueueJson.Check(tables);
        DataJson.Check(tables);
        // Room is made for every block.
        if ((uint)tables.Blocks > MaxBlocks)
            throw new InvalidDataException($"There are {tables.Blocks} blocks, where at most {MaxBlocks} are taken.");
    }

    private static IEnumerable<int> Blocks(IndexTable index) => index is TextIndexTable texts
        ? texts.Keys.DistinctBy(key => key.Text, StringComparer.Ordinal).Count() == texts.Keys.Count
            ? texts.Keys.Select(key => key.Block)
            : throw new InvalidDataException("An index has one key twice.")
        : ((EnumIndexTable)index).Blocks.Where(block => block != -1);

    /// <exception cref="InvalidDataException">A number is negative, or not below the count of what it numbers.</exception>
    public static void Within(IEnumerable<int> numbers, int count, string what)
    {
        foreach (var number in numbers)
        {
            if ((uint)number >= (uint)count)
                throw new InvalidDataException($"There is no {what} {number}.");
        }
    }
}
