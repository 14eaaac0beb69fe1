namespace AirsPolicy.Cli.Probing;

/// <summary>What became of one question, without the policy and with it.</summary>
/// <param name="Question">The question.</param>
/// <param name="Without">What became of it where nothing stood in front of the model.</param>
/// <param name="With">What became of it with the policy.</param>
internal sealed record ProbeResult(ProbeQuestion Question, ProbeAnswer Without, ProbeAnswer With);

/// <summary>What became of one question.</summary>
/// <param name="End">What became of it.</param>
/// <param name="Rules">The controls that fired where it was stopped; else empty.</param>
/// <param name="Why">Why nothing could be checked, or the model did not answer; else null.</param>
internal sealed record ProbeAnswer(ProbeEnd End, string Rules = "", string? Why = null);
