using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Runtime.Programs;

/// <summary>A decision point in the form that is asked: masks over presence bits, and the one decision for when nothing fires.</summary>
internal sealed class StandingPoint
{
    private readonly StandingRules _everywhere;
    private readonly StandingRules[] _tools;

    public StandingPoint(PointTable table, string? bundle)
    {
        Table = table;
        _everywhere = new StandingRules(table.Everywhere);
        _tools = [.. table.Tools.Select(tool => new StandingRules(tool))];
        Allow = EffectJoin.Decide(table.Layout.Point, [], bundle: bundle);
        Exhausted = FailedPoint.Decide(table.Layout.Point, new Failure(FailureKind.Internal, "The memory for the decision has run out."), [], bundle);
        Slots = table.Layout.ToolRegion + table.Layout.Tools.Select(t => SlotLayout.Width(t.Facts)).DefaultIfEmpty(0).Max();
    }

    public PointTable Table { get; }

    /// <summary>The decision when nothing fires.</summary>
    public Decision Allow { get; }

    /// <summary>The decision when there is no memory left to make one.</summary>
    public Decision Exhausted { get; }

    /// <summary>How many slots the facts of the point take in place.</summary>
    public int Slots { get; }

    /// <summary>The day of the decision, or null where the frame has none.</summary>
    public long? Today(FactFrame facts) =>
        Table.TodaySlot >= 0 && facts.Has(Table.TodaySlot) ? facts.Long(Table.TodaySlot) : null;

    /// <summary>The number of the tool that the facts name, or -1 where the point knows none or the tool is not declared.</summary>
    public int Tool(FactFrame facts) =>
        _tools.Length > 0 && facts.Has(Table.ToolSlot) && (ulong)facts.Long(Table.ToolSlot) < (ulong)_tools.Length
            ? (int)facts.Long(Table.ToolSlot)
            : -1;

    /// <summary>Why a request is refused whatever stands here, or null: declared tools are the allow-list.</summary>
    public Failure? Refusal(int tool) =>
        _tools.Length > 0 && (uint)tool >= (uint)_tools.Length ? new Failure(FailureKind.Unknown, "The tool is not declared.") : null;

    /// <summary>Why the facts are not enough to decide on, or null.</summary>
    public Failure? Missing(int tool, FactFrame facts)
    {
        var today = Today(facts);
        if (_everywhere.Covered(facts, today) && (_tools.Length == 0 || _tools[tool].Covered(facts, today)))
            return null;
        return FirstMissing(tool, facts, today);
    }

    // The least by name, whatever the order of controls. Apart, so that what its lambda captures is allocated only here.
    private Failure FirstMissing(int tool, FactFrame facts, long? today)
    {
        var missing = Standing(tool)
            .SelectMany(standing => standing.Required)
            .Where(fact => StandingRules.IsMissing(fact, facts, today))
            .MinBy(fact => fact.Path, StringComparer.Ordinal)!;
        return new Failure(FailureKind.MissingFact, $"The fact '{missing.Path}' is missing.");
    }

    /// <summary>What stands here for a tool.</summary>
    public IEnumerable<StandingTable> Standing(int tool) =>
        _tools.Length == 0 ? [Table.Everywhere] : [Table.Everywhere, Table.Tools[tool]];
}
