using AirsPolicy.Cli.Console;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Cli.Deciding;

/// <summary>A bundle on disk, as a command line names it.</summary>
internal static class BundleFile
{
    public static bool IsBundle(string path) => path.EndsWith(".airsb", StringComparison.Ordinal) && File.Exists(path);

    /// <summary>Says that the code of a bundle is not run, and what to do.</summary>
    public static UsageException NotTrusted(string path) =>
        new(
            $"The bundle '{path}' is not signed by a key that you trust, so that its code is not run. Name the key with --key; "
                + "where you know who built it, say --trust; to decide without its code, name the sources of the policy, or ask 'airs explain'.");

    /// <summary>
    /// A host that has taken the bundle and runs its code. Whoever comes here has said that it is trusted, or whose keys are.
    /// </summary>
    /// <exception cref="UsageException">The bundle is refused; the message says why.</exception>
    public static PolicyHost Load(string path, TrustedKeys? keys, TimeProvider clock)
    {
        var host = new PolicyHost(new PolicyHostOptions { TrustedKeys = keys, AllowUnsigned = keys is null, Clock = clock });
        var activation = host.Load(ReadBytes(path));
        return activation.Activated ? host : throw Refused(path, activation.Reason);
    }

    /// <summary>The bytes of a bundle.</summary>
    /// <exception cref="UsageException">They cannot be read, or are too many.</exception>
    public static byte[] ReadBytes(string path)
    {
        try
        {
            return new FileInfo(path).Length <= BundleFormat.MaxBytes
                ? File.ReadAllBytes(path)
                : throw Refused(path, $"it is larger than {BundleFormat.MaxBytes >> 20} MiB");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, "it cannot be read");
        }
    }

    /// <summary>The bundle in bytes.</summary>
    /// <exception cref="UsageException">It is refused; the message says why.</exception>
    public static Bundle Read(string path, byte[] bytes)
    {
        try
        {
            return Bundle.Read(bytes);
        }
        catch (InvalidDataException refusal)
        {
            throw Refused(path, refusal.Message);
        }
    }

    /// <summary>Says that a bundle is not taken.</summary>
    public static UsageException Refused(string path, string? reason) => new($"The bundle '{path}' is refused: {reason}");

    /// <summary>The IANA time zone in which a bundle means <c>today</c>.</summary>
    /// <exception cref="UsageException">The bundle is refused; the message says why.</exception>
    public static string ZoneOf(string path) => Read(path, ReadBytes(path)).Manifest.Zone;

    /// <summary>The policy in a bundle, bound again from the sources that the bundle carries.</summary>
    /// <exception cref="UsageException">The bundle is refused, or its sources do not build with this version.</exception>
    public static PolicyModel Bind(string path)
    {
        var bundle = Read(path, ReadBytes(path));
        var packages = Packages(bundle);
        var folder = new PackageFolder(path, [.. packages], []);
        var policy = packages.Find(package => string.Equals(package.Name, bundle.Manifest.Package, StringComparison.Ordinal));
        return policy is null || PolicyAnalyzer.Analyze(policy, new PackageLocator([folder])).Model is not { } model
            ? throw new UsageException(
                $"The sources in '{path}' do not build with this version of airs, so that nothing can be said of its decisions but what they are."
            )
            : model;
    }

    private static List<PackageSyntax> Packages(Bundle bundle)
    {
        var files = bundle.Names.Where(name => name.StartsWith(BundleFormat.Sources, StringComparison.Ordinal))
            .Select(name => name[BundleFormat.Sources.Length..])
            .GroupBy(name => name[..(name.IndexOf('/', StringComparison.Ordinal) + 1)], StringComparer.Ordinal);
        return
        [
            .. files.Select(group => new PackageSyntax(
                group.Key.TrimEnd('/'),
                [
                    .. group
                        .Where(name => name.EndsWith(".airs", StringComparison.Ordinal))
                        .Order(StringComparer.Ordinal)
                        .Select(name => Parse(bundle, name, group.Key)),
                ],
                new BundleFiles(bundle, group.Key))),
        ];
    }

    private static SyntaxTree Parse(Bundle bundle, string name, string package) =>
        SyntaxTree.Parse(new SourceText(name, name[package.Length..], new BundleFiles(bundle, "").Text(name)!));
}
