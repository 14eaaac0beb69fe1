namespace AirsPolicy.Conformance.Tests.Detecting;

/// <summary>A case of a built-in detector in which it finds something.</summary>
/// <param name="Text">The text.</param>
/// <param name="Values">What is found in it.</param>
internal sealed record MarkedCase(string Text, IReadOnlyList<string> Values)
{
    /// <summary>Whether no value stands in the text a second time, where it is none.</summary>
    public bool IsAllMarked => Values.All(value =>
        Text.IndexOf(value, StringComparison.Ordinal) == Text.LastIndexOf(value, StringComparison.Ordinal));
}
