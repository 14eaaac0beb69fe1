namespace AirsPolicy.Benchmarks.Quick;

/// <summary>One line of the quick run.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Figure">What came out, with its unit.</param>
/// <param name="Bar">What it should be.</param>
/// <param name="Ok">Whether it is.</param>
internal sealed record QuickRow(string Name, string Figure, string Bar, bool Ok);
