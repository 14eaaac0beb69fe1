namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>A built-in detector that finds whatever one of others finds, with the score of the surest that found something.</summary>
/// <param name="Name">How policies name it (<c>pii.any</c>).</param>
/// <param name="Summary">What it finds, one sentence for readers and for hover.</param>
/// <param name="Members">The names of the others, none of them a family.</param>
internal sealed record DetectorFamily(string Name, string Summary, string[] Members);
