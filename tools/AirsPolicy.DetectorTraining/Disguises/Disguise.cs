namespace AirsPolicy.DetectorTraining.Disguises;

/// <summary>A change that hides what a text says from who looks for its words.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Of">The changed text. Forms of one change take turns by the number of the text.</param>
internal sealed record Disguise(string Name, Func<string, int, string> Of);
