namespace AirsPolicy.Fuzzing;

/// <summary>A target did something that it promises never to do.</summary>
/// <param name="message">What it did.</param>
internal sealed class BrokenPromiseException(string message) : Exception(message);
