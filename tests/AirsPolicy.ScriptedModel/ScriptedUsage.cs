namespace AirsPolicy.ScriptedModel;

/// <summary>What a scripted model says that it has used.</summary>
/// <param name="Input">The tokens that it has read.</param>
/// <param name="Output">The tokens that it has written.</param>
public sealed record ScriptedUsage(long Input, long Output);
