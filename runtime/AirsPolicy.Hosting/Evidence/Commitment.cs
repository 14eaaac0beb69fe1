namespace AirsPolicy.Hosting.Evidence;

/// <summary>What a leaf holds of a content field.</summary>
/// <param name="Field">The name of the field.</param>
/// <param name="Digest">HMAC-SHA256 in 64 lower-case hexadecimal digits.</param>
public readonly record struct Commitment(string Field, string Digest);
