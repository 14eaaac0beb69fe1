using AirsPolicy.Collections;
using AirsPolicy.Language.Model;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Facts;

/// <summary>What a recorded decision can be asked for beside the facts of its point.</summary>
internal static class EventFacts
{
    /// <summary>What was decided.</summary>
    public const string Outcome = "outcome";

    /// <summary>When.</summary>
    public const string Time = "time";

    /// <summary>All of it as a record, for those who write.</summary>
    public static RecordShape Shape(PointFacts facts) =>
        new(
            facts
                .Roots.Append(new ShapeMember(Outcome, Outcome, DecisionFacts.Outcome))
                .Append(new ShapeMember(Time, Time, InstantShape.Instance))
                .DistinctBy(member => member.Name)
                .ToValueList());
}
