using System.Runtime.CompilerServices;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>A decision point in the form that is asked: masks over presence bits, and the one decision for when nothing fires.</summary>
internal sealed class PolicyPoint
{
    private readonly int _tools;
    private readonly int _toolSlot;
    private readonly int _nowSlot;
    // By the number of the tool plus one; the first for where no tool is known.
    private readonly PointRules[] _standing;

    public PolicyPoint(PointTable table, ProgramTables tables, string? bundle)
    {
        Table = table;
        _tools = table.Tools.Count;
        // Where a point knows no tools any slot will do: what lies there is never taken for one.
        _toolSlot = _tools == 0 ? 0 : table.ToolSlot;
        _nowSlot = SlotLayout.Offset(table.Layout.Facts, "now");
        var everywhere = RequiredBy(table.Everywhere, tables);
        _standing =
            _tools == 0
                ? [new PointRules(table.Everywhere.Entry, everywhere)]
                :
                [
                    PointRules.NoTool,
                    .. table.Tools.Select(tool => new PointRules(
                        tool.Entry,
                        [.. everywhere, .. RequiredBy(tool, tables)],
                        table.ToolSlot)),
                ];
        Judges =
        [
            .. from judge in tables.Judges
            from place in judge.Places
            where ReferenceEquals(tables.Points[place.Point], table)
            select (judge, place),
        ];
        Allow = EffectJoin.Decide(table.Layout.Point, [], bundle: bundle);
        Exhausted = FailedPoint.Decide(
            table.Layout.Point,
            new Failure(FailureKind.Internal, "The memory for the decision has run out."),
            [],
            bundle);
        Slots = table.Layout.ToolRegion + table.Layout.Tools.Select(t => SlotLayout.Width(t.Facts)).DefaultIfEmpty(0).Max();
    }

    public PointTable Table { get; }

    /// <summary>The judges that stand here, ordered by name.</summary>
    public (JudgeTable Judge, JudgePlaceTable Place)[] Judges { get; }

    /// <summary>The decision when nothing fires.</summary>
    public Decision Allow { get; }

    /// <summary>The decision when there is no memory left to make one.</summary>
    public Decision Exhausted { get; }

    /// <summary>How many slots the facts of the point take in place.</summary>
    public int Slots { get; }

    /// <summary>The day of the decision, or null where the frame has none.</summary>
    public long? Today(FactFrame facts) =>
        Table.TodaySlot >= 0 && facts.Has(Table.TodaySlot) ? facts.Long(Table.TodaySlot) : null;

    /// <summary>The time of the decision in UTC ticks, or null where the frame has none.</summary>
    public long? Now(FactFrame facts) => _nowSlot >= 0 && facts.Has(_nowSlot) ? facts.Long(_nowSlot) : null;

    /// <summary>The number of the tool that the facts name, or -1 where the point knows none or the tool is not declared.</summary>
    public int Tool(FactFrame facts) => _tools == 0 || facts.Has(_toolSlot) ? LikelyTool(facts) : -1;

    /// <summary>
    /// The same where the slot of the tool holds one; <see cref="PointRules.Covered"/> asks for it with the other facts.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int LikelyTool(FactFrame facts)
    {
        var tool = facts.Long(_toolSlot);
        return (ulong)tool < (ulong)_tools ? (int)tool : -1;
    }

    /// <summary>What stands here for a tool, in the form that is asked.</summary>
    /// <param name="tool">What <see cref="Tool"/> or <see cref="LikelyTool"/> gives.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly PointRules Rules(int tool) => ref _standing[tool + 1];

    /// <summary>Why a request is refused whatever stands here, or null: declared tools are the allow-list.</summary>
    public Failure? Refusal(int tool) =>
        _tools > 0 && (uint)tool >= (uint)_tools ? new Failure(FailureKind.Unknown, "The tool is not declared.") : null;

    /// <summary>The rules that stand here for a tool, by number.</summary>
    public IEnumerable<int> RuleNumbers(int tool) =>
        _tools == 0 ? Table.Everywhere.Rules : Table.Everywhere.Rules.Concat(Table.Tools[tool].Rules);

    private static List<RequiredFact> RequiredBy(PlacementTable standing, ProgramTables tables) =>
        [.. standing.Rules.SelectMany(rule => tables.Rules[rule].Required).Distinct().Select(number => tables.Required[number])];
}
