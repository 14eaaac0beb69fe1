using AirsPolicy.Runtime.Facts.Shapes;

namespace AirsPolicy.Language.Symbols.Points;

/// <summary>A fact that a decision point has.</summary>
/// <param name="Name">Its name in the language and on the wire.</param>
/// <param name="Shape">What it is.</param>
/// <param name="Summary">What it means, one sentence for readers and for hover.</param>
/// <param name="Optional">It may be absent, and is read under <c>has</c> or with <c>??</c>. One that is not optional is needed only where a rule in force reads it.</param>
/// <param name="TestValue">The JSON that a policy test takes where it gives none, or null where a test must give it.</param>
public sealed record PointFact(string Name, Shape Shape, string Summary, bool Optional = false, string? TestValue = null);
