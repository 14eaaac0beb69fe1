using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning.Nodes;

/// <summary>A policy as it is emitted: code in plan nodes, and the tables that the code names by number.</summary>
/// <param name="Package">The name of the package.</param>
/// <param name="Points">What stands at each decision point whatever the tool, by number.</param>
/// <param name="Entries">Where a decision begins, by number.</param>
/// <param name="Blocks">The blocks that tools and indexes select, by number.</param>
/// <param name="Tests">The conditions that the runtime calls back for, by number.</param>
/// <param name="Tables">What the code names by number.</param>
/// <param name="Sources">The files that places point into.</param>
internal sealed record PolicyPlan(
    string Package,
    ValueList<BlockPlan> Points,
    ValueList<EntryPlan> Entries,
    ValueList<BlockPlan> Blocks,
    ValueList<TestPlan> Tests,
    ProgramTables Tables,
    ValueList<SourceModel> Sources);

/// <summary>Rules that are evaluated together, and what selects more. Order means nothing.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Dispatches">The indexes that select blocks by a fact.</param>
internal sealed record BlockPlan(ValueList<RulePlan> Rules, ValueList<DispatchPlan> Dispatches)
{
    /// <summary>Whether there is nothing to evaluate.</summary>
    public bool IsEmpty => Rules.Count == 0 && Dispatches.Count == 0;
}

/// <summary>Where a decision begins: at a point, and for a tool that has rules of its own.</summary>
/// <param name="Point">The number of the point.</param>
/// <param name="Block">The block of the tool, or null.</param>
internal sealed record EntryPlan(int Point, int? Block);

/// <summary>An index asked with a fact.</summary>
/// <param name="Index">The number of the index.</param>
/// <param name="Kind">How it is asked.</param>
/// <param name="Slot">The slot of the fact.</param>
internal sealed record DispatchPlan(int Index, GuardKind Kind, int Slot);

/// <summary>
/// A condition that the runtime calls back for: on the item that a quantifier or drop is at, or on a decision that is written down or
/// draws.
/// </summary>
/// <param name="Place">Where it is written, or null where it is put together from several places.</param>
internal sealed record TestPlan(PlanExpression Condition, SourcePlace? Place);

/// <summary>A rule at one point, for one tool where it speaks of its arguments.</summary>
/// <param name="Number">Its number in the tables.</param>
/// <param name="Condition">When it matches, without what an index has decided already.</param>
/// <param name="FixedOutcome">The greatest outcome of the effects that do not depend on facts, or -1 where it has none.</param>
/// <param name="Effects">Calls that work out the other effects.</param>
/// <param name="Detect">Its control is in detect mode.</param>
/// <param name="Until">The last day of detect mode, or null.</param>
/// <param name="Place">Where it is written.</param>
internal sealed record RulePlan(
    int Number,
    PlanExpression Condition,
    int FixedOutcome,
    ValueList<CallPlan> Effects,
    bool Detect,
    int? Until,
    SourcePlace Place);

/// <summary>What an index asks of a fact.</summary>
internal enum GuardKind
{
    /// <summary>It is a name of an enum.</summary>
    Name,

    /// <summary>It is a text.</summary>
    Text,

    /// <summary>It is a list of texts, of which one is enough.</summary>
    Texts,
}
