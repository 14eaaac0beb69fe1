using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Programs.Tables;

/// <summary>One decision point of a program.</summary>
/// <param name="Layout">Its facts.</param>
/// <param name="ToolSlot">The slot of the fact <c>tool</c>, or -1 where the point knows no tools.</param>
/// <param name="TodaySlot">The slot of the fact <c>today</c>, or -1 where the point has none.</param>
/// <param name="Everywhere">What stands there whatever the tool.</param>
/// <param name="Tools">
/// What stands there beside it for each declared tool, in the order of the layout's tools; empty where the point knows none.
/// </param>
public sealed record PointTable(PointLayout Layout, int ToolSlot, int TodaySlot, PlacementTable Everywhere, ValueList<PlacementTable> Tools);

/// <summary>What stands at a point, or at a point for one tool.</summary>
/// <param name="Entry">Where the code begins: for the point where no tool has code of its own, or for the point and this tool.</param>
/// <param name="Controls">The controls, by number, rising; their <c>on error</c> effects are what follows when the point fails.</param>
/// <param name="Rules">The rules that stand there, by number, rising.</param>
/// <param name="AsksPast">A rule here asks what happened before.</param>
public sealed record PlacementTable(int Entry, ValueList<int> Controls, ValueList<int> Rules, bool AsksPast = false);

/// <summary>A fact that a rule reads and whose absence fails the rule.</summary>
/// <param name="Path">The fact as the policy names it (<c>args.amount</c>).</param>
/// <param name="Slots">The slots that have to be present: the fact and what it lies in, up to the first optional member.</param>
/// <param name="Json">The last slot holds JSON text, for which nothing stands as well as no characters do.</param>
/// <param name="OnError">
/// What follows for each rule that lacks it, beside what the rule's control says; empty where nobody says anything of the fact.
/// </param>
public sealed record RequiredFact(string Path, ValueList<int> Slots, bool Json = false, ValueList<Effect> OnError = default);
