namespace AirsPolicy.Cli.Covering;

/// <summary>A policy test that passes, or fails as its words <c>known gap</c> say.</summary>
internal sealed record ShowingTest(string Package, string Title, bool IsKnownGap);
