namespace AirsPolicy.Hosting.Telemetry;

/// <summary>A figure of one of several things, such as how many requests wait in a queue.</summary>
internal readonly record struct Reading(string Name, double Value);
