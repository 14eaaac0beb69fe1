namespace AirsPolicy.ScriptedModel;

/// <summary>A call that a scripted model asks for.</summary>
/// <param name="Tool">The name of the tool.</param>
/// <param name="Arguments">The arguments, one JSON object.</param>
public sealed record ScriptedCall(string Tool, string Arguments);
