using AirsPolicy.Cli.Deciding;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Runtime.Bundles;

namespace AirsPolicy.Cli.Signing;

/// <summary>Builds the sources that a bundle carries again, and compares what comes of it.</summary>
internal static class Rebuild
{
    /// <summary>The version of the compiler that builds here.</summary>
    public static string CompilerVersion { get; } = typeof(BundleBuilder).Assembly.GetName().Version!.ToString(3);

    /// <summary>The names of the entries that differ; none where every byte is the same.</summary>
    public static IReadOnlyList<string> Differing(string path, Bundle bundle, byte[] bytes)
    {
        var rebuilt = BundleBuilder.Build(BundleFile.Bind(path));
        if (rebuilt.AsSpan().SequenceEqual(Bundle.Unsigned(bytes)))
            return [];
        var entries = Bundle.Read(rebuilt).Manifest.Entries;
        return
        [
            BundleFormat.Manifest,
            .. entries.Except(bundle.Manifest.Entries).Concat(bundle.Manifest.Entries.Except(entries))
                .Select(entry => entry.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
    }
}
