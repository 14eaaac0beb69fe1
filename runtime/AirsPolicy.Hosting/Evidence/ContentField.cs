namespace AirsPolicy.Hosting.Evidence;

/// <summary>What can be deleted of a record: personal data among it. Its leaf holds a commitment to the value alone.</summary>
/// <param name="Name">Such as <c>user</c> or <c>facts</c>: 1 to 64 of <c>a</c> to <c>z</c>, digits, <c>_</c> and <c>-</c>.</param>
/// <param name="Value">Any bytes; mostly a text in UTF-8.</param>
public readonly record struct ContentField(string Name, ReadOnlyMemory<byte> Value);
