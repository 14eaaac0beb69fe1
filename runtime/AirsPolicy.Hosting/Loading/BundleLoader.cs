using System.Diagnostics.CodeAnalysis;
using AirsPolicy.Hosting.Loading.Images;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;
using AirsPolicy.Runtime.Programs;
using AirsPolicy.Runtime.Programs.Tables.Json;

namespace AirsPolicy.Hosting.Loading;

/// <summary>
/// Brings a bundle into the process: form, digests, versions and what its assembly names are checked before anything of it is loaded.
/// Then it is loaded into a context of its own, and has to repeat the decisions that it was built with. What is refused leaves nothing
/// behind.
/// </summary>
public static class BundleLoader
{
    /// <summary>Loads a bundle, whoever has signed it.</summary>
    /// <param name="bytes">The bundle.</param>
    /// <exception cref="InvalidDataException">It is refused; the message says why in one sentence.</exception>
    internal static LoadedBundle Load(ReadOnlyMemory<byte> bytes) => Load(bytes, keys: null);

    /// <summary>Loads a bundle that enough of the keys have signed.</summary>
    /// <param name="bytes">The bundle.</param>
    /// <param name="keys">The keys that are trusted; null to ask for no signature.</param>
    /// <exception cref="InvalidDataException">It is refused; the message says why in one sentence.</exception>
    internal static LoadedBundle Load(ReadOnlyMemory<byte> bytes, TrustedKeys? keys)
    {
        var bundle = Bundle.Read(bytes, keys);
        var context = new BundleContext();
        return Join(bundle, () => Program(bundle, context), context);
    }

    /// <summary>Joins a bundle with a program that is part of the process. The bundle's own program is not looked at.</summary>
    /// <param name="program">The program that was emitted with the bundle.</param>
    /// <param name="bytes">The bundle.</param>
    /// <param name="digest">Its digest when the program was emitted.</param>
    /// <exception cref="InvalidDataException">It is refused, or another one; the message says why in one sentence.</exception>
    public static LoadedBundle Load(PolicyProgram program, ReadOnlyMemory<byte> bytes, string digest)
    {
        var bundle = Bundle.Read(bytes);
        if (!string.Equals(bundle.Digest, digest, StringComparison.Ordinal))
            throw new InvalidDataException("The bundle is not the one that the program was emitted with; build the application again.");
        return Join(bundle, () => program, context: null);
    }

    private static LoadedBundle Join(Bundle bundle, Func<PolicyProgram> program, BundleContext? context)
    {
        try
        {
            var policy = new CompiledPolicy(program(), TablesJson.Read(Required(bundle, BundleFormat.Tables)), bundle.Digest);
            var loaded = new LoadedBundle(bundle.Manifest, policy, context);
            VectorReplay.Check(loaded, Required(bundle, BundleFormat.Vectors));
            return loaded;
        }
        // What a program or its tables make the runtime throw says that the bundle is not one of ours, too great a number included.
        catch (Exception fault)
        {
            context?.Unload();
            if (fault is InvalidDataException)
                throw;
            throw new InvalidDataException($"The program of the bundle cannot be loaded: {fault.Message}", fault);
        }
    }

    private static PolicyProgram Program(Bundle bundle, BundleContext context) =>
        CodeLoading.IsSupported ? Instantiate(bundle, context) : throw new InvalidDataException(CodeLoading.Reason);

    [RequiresUnreferencedCode(CodeLoading.Reason)]
    private static PolicyProgram Instantiate(Bundle bundle, BundleContext context)
    {
        var assembly = Required(bundle, BundleFormat.Assembly).ToArray();
        ImageCheck.Check(assembly);
        using var image = new MemoryStream(assembly);
        using var symbols = new MemoryStream(Required(bundle, BundleFormat.Symbols).ToArray());
        return (PolicyProgram)Activator.CreateInstance(context.LoadFromStream(image, symbols).GetExportedTypes().Single())!;
    }

    private static ReadOnlyMemory<byte> Required(Bundle bundle, string name) =>
        bundle.Find(name) ?? throw new InvalidDataException($"The bundle does not hold '{name}'.");
}
