using System.Collections.Immutable;
using AirsPolicy.Collections;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Semantics.Facts;

/// <summary>What a policy declares that facts tell the state of, by name.</summary>
/// <param name="Charts">The charts.</param>
/// <param name="Judges">The judges.</param>
/// <param name="Queues">The queues.</param>
/// <param name="Breakers">The breakers.</param>
internal sealed record WatchedNames(
    ImmutableArray<string> Charts,
    ImmutableArray<string> Judges,
    ImmutableArray<string> Queues,
    ImmutableArray<string> Breakers)
{
    public static readonly WatchedNames None = new([], [], [], []);

    /// <summary>The fact <c>pace</c>, with the charts and how old their states are.</summary>
    public Shape Pace(Shape common)
    {
        if (Charts.IsEmpty || common is not RecordShape record)
            return common;
        var added = Charts.Where(chart => record.Find(chart) is null).Select(chart => FactShapes.Member(chart, FactShapes.PaceState));
        var ages = FactShapes.Member(
            "ages",
            new RecordShape(Charts.Select(chart => FactShapes.Member(chart, FactShapes.Duration)).ToValueList(), Open: true));
        return record with { Members = record.Members.Concat(added).Append(ages).ToValueList() };
    }

    /// <summary>The facts that stand at a point: readings, and whether breakers are open.</summary>
    public IEnumerable<ShapeMember> Facts(string point)
    {
        if (Readings.Points.Contains(point))
        {
            yield return FactShapes.Member("guardrail", Readings.Shape("guardrail"));
            if (!Judges.IsEmpty)
                yield return Each("judge", Judges, Readings.Shape("judge"));
            if (!Queues.IsEmpty)
                yield return Each("queue", Queues, Readings.Shape("queue"));
        }
        if (!Breakers.IsEmpty)
            yield return Each("breaker", Breakers, new RecordShape([FactShapes.Member("open", FactShapes.Bool)], Open: true));
    }

    /// <summary>The facts of a change of a chart.</summary>
    public PointLayout ChangeLayout()
    {
        var time = CommonFacts
            .All.Where(fact => fact.Name is "now" or "today")
            .Select(fact => new ShapeMember(fact.Name, fact.Name, fact.Shape));
        var own = DecisionPoints.PaceChange.Facts.Select(fact => new ShapeMember(fact.Name, fact.Name, fact.Shape));
        return new PointLayout(
            DecisionPoints.PaceChange.Name,
            new RecordShape([.. time, FactShapes.Member("chart", new EnumShape(Charts.ToValueList(), Rising: false, "chart")), .. own]),
            [],
            []);
    }

    private static ShapeMember Each(string group, ImmutableArray<string> names, RecordShape of) =>
        FactShapes.Member(group, new RecordShape(names.Select(name => FactShapes.Member(name, of)).ToValueList(), Open: true));
}
