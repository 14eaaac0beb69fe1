using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Symbols.Points;

/// <summary>A fact that a decision point has.</summary>
/// <param name="Name">Its name in the language and on the wire.</param>
/// <param name="Shape">What it is.</param>
/// <param name="Summary">What it means, one sentence for readers and for hover.</param>
/// <param name="Optional">
/// It may be absent, and is read under <c>has</c> or with <c>??</c>. One that is not optional is needed only where a rule in force reads
/// it.
/// </param>
/// <param name="TestValue">
/// The JSON that a policy test takes where it gives none, or null where a test must give it. Of what only some hosts give, that is what the
/// test takes for the members it leaves out.
/// </param>
/// <param name="Giver">Who gives it.</param>
/// <param name="OfRuntime">Its members that the runtime gives all the same.</param>
internal sealed record PointFact(
    string Name,
    Shape Shape,
    string Summary,
    bool Optional = false,
    string? TestValue = null,
    FactGiver Giver = FactGiver.EveryHost,
    ValueList<string> OfRuntime = default)
{
    // A reading is of the system, and of nobody's request.
    private static readonly string[] s_notOfSystem = ["user", "session"];

    /// <summary>Who gives it at a point.</summary>
    public FactGiver GiverAt(string point) => point == PointNames.Signal && s_notOfSystem.Contains(Name) ? FactGiver.SomeHosts : Giver;
}
