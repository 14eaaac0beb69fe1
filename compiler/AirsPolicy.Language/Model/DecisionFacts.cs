using AirsPolicy.Collections;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Model;

/// <summary>
/// A decision as the facts of a test: what a condition after <c>expect</c> can speak of. The binder binds against it, the test
/// runner fills it.
/// </summary>
internal static class DecisionFacts
{
    /// <summary>The outcomes in rising order.</summary>
    public static readonly EnumShape Outcome = new(["allow", "flag", "amend", "hold", "block", "halt"], Rising: true, Name: "outcome");

    /// <summary>What a finished run was, in the order of <see cref="Runtime.Runs.RunOutcome"/>; the last where there is none.</summary>
    public static readonly EnumShape RunOutcome = new(
        ["normal", "execution_failure", "visible_failure", "creative_substitution", "none"],
        Rising: false,
        Name: "run_outcome");

    /// <summary>
    /// The members. <c>fired</c> and <c>would</c> are the qualified ids of controls; <c>queued</c>, <c>escalated</c>, <c>asked</c>,
    /// <c>held</c> are declared names; <c>notified</c>, <c>required</c> quoted ones; <c>retracted</c> is what readers are told;
    /// <c>flags</c> are the reasons that flags give, empty for one without; <c>text</c> is the primary text after amendments, absent
    /// where the point has none; <c>failed</c> says that the point as a whole failed, <c>errors</c> are the details of every failure, the
    /// point's first; <c>run_outcome</c> is what the run is if it is over now, <c>none</c> where it is held to nothing.
    /// </summary>
    public static readonly RecordShape Shape = new(
    [
        Member("outcome", Outcome),
        Member("message", TextShape.Instance, optional: true),
        Member("fired", Texts),
        Member("would", Texts),
        Member("queued", Texts),
        Member("notified", Texts),
        Member("asked", Texts),
        Member("escalated", Texts),
        Member("retracted", Texts),
        Member("held", Texts),
        Member("required", Texts),
        Member("labels", Texts),
        Member("appended", Texts),
        Member("flags", Texts),
        Member("text", TextShape.Instance, optional: true),
        Member("failed", BoolShape.Instance),
        Member("errors", Texts),
        Member("run_outcome", RunOutcome),
    ]);

    /// <summary>The shape as the layout of a point of its own, <c>decision</c>.</summary>
    public static readonly PointLayout Layout = new("decision", Shape, ["text"], []);

    /// <summary>
    /// The layout where a policy has charts or breakers: <c>pace</c> and <c>breaker</c> say how they stand after the decision.
    /// </summary>
    /// <param name="charts">The charts, by name.</param>
    /// <param name="breakers">The breakers, by name.</param>
    public static PointLayout LayoutWith(IReadOnlyCollection<string> charts, IReadOnlyCollection<string> breakers)
    {
        ArgumentNullException.ThrowIfNull(charts);
        ArgumentNullException.ThrowIfNull(breakers);
        var members = Shape.Members.ToList();
        if (charts.Count > 0)
            members.Add(
                Member("pace", new RecordShape(charts.Select(chart => Member(chart, Symbols.Points.FactShapes.PaceState)).ToValueList())));
        if (breakers.Count > 0)
        {
            members.Add(
                Member(
                    "breaker",
                    new RecordShape(
                        breakers
                            .Select(breaker => Member(breaker, new RecordShape([Member("open", BoolShape.Instance, optional: false)])))
                            .ToValueList())));
        }
        return members.Count == Shape.Members.Count ? Layout : Layout with { Facts = new RecordShape(members.ToValueList()) };
    }

    private static ListShape Texts => new(TextShape.Instance);

    private static ShapeMember Member(string name, Shape shape, bool optional = false) => new(name, name, shape, optional);
}
