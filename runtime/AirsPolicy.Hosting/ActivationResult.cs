namespace AirsPolicy.Hosting;

/// <summary>What became of a bundle that was given to a host.</summary>
/// <param name="Activated">The bundle decides from now on. False: it was refused, and what decided before goes on deciding.</param>
/// <param name="Digest">The digest of the bundle, or null where it could not be read that far.</param>
/// <param name="Reason">Why it was refused, in one sentence, or null.</param>
public sealed record ActivationResult(bool Activated, string? Digest, string? Reason);
