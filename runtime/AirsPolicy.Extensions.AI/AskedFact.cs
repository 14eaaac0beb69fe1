namespace AirsPolicy.Extensions.AI;

/// <summary>A fact that a provider is asked for.</summary>
/// <param name="Name">The fact.</param>
/// <param name="Point">The decision point that reads it.</param>
/// <param name="Facts">What the application knows of the request.</param>
public sealed record AskedFact(string Name, string Point, ChatFacts Facts);
