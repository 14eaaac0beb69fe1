namespace AirsPolicy.Runtime.Bundles.Zip;

/// <summary>An entry of an archive.</summary>
/// <param name="Name">Its relative path with <c>/</c>.</param>
/// <param name="Content">Its bytes.</param>
public readonly record struct ZipEntry(string Name, ReadOnlyMemory<byte> Content);
