using System.Collections.Immutable;

namespace AirsPolicy.Compiler.Compilation;

/// <summary>The reference assemblies that emitted code is compiled against, as they stand in this assembly.</summary>
internal static class EmbeddedReferences
{
    private static readonly string[] s_names = ["AirsPolicy.Runtime", "System.Runtime"];

    /// <summary>The images, in a fixed order.</summary>
    public static ImmutableArray<ImmutableArray<byte>> Images { get; } = [.. s_names.Select(Read)];

    private static ImmutableArray<byte> Read(string name)
    {
        using var resource = typeof(EmbeddedReferences).Assembly.GetManifestResourceStream($"References/{name}.dll")
            ?? throw new InvalidOperationException($"The reference assembly '{name}' is not embedded.");
        var image = new byte[resource.Length];
        resource.ReadExactly(image);
        return [.. image];
    }
}
