using System.Security.Cryptography;
using AirsPolicy.Cli.Console;
using AirsPolicy.Cli.Workspaces;
using AirsPolicy.Hosting.Evidence.Notes;
using AirsPolicy.Runtime.Bundles.Signing;

namespace AirsPolicy.Cli.Signing;

/// <summary>Keys on disk, as a command line names them. A key has the name of its file without the extension.</summary>
internal static class KeyFile
{
    public const string PrivateSuffix = ".key";
    public const string PublicSuffix = ".pub";

    private const int MaxBytes = 64 << 10;

    /// <summary>The name of a key.</summary>
    /// <exception cref="UsageException">The file has a name that no key has.</exception>
    public static string NameOf(string path) => Named(Path.GetFileNameWithoutExtension(path));

    /// <summary>A name that a key can have.</summary>
    /// <exception cref="UsageException">It is another.</exception>
    public static string Named(string name) => KeyNames.IsWellFormed(name)
        ? name
        : throw new UsageException($"'{name}' is no name of a key; it is {KeyNames.Form}.");

    /// <summary>Reads a private key.</summary>
    /// <exception cref="UsageException">The file cannot be read, or holds none.</exception>
    public static SigningKey ReadPrivate(string path) => Read(path, "private", SigningKey.FromPem);

    /// <summary>Reads the public keys that are trusted.</summary>
    /// <exception cref="UsageException">A file cannot be read or holds none, or the keys cannot be counted.</exception>
    public static TrustedKeys ReadTrusted(IReadOnlyCollection<string> paths, int threshold)
    {
        if (threshold < 1 || threshold > paths.Count)
            throw new UsageException($"A threshold of {threshold} cannot be reached or asks for nothing; {paths.Count} keys are given.");
        return new TrustedKeys(ReadPublic(paths), threshold);
    }

    /// <summary>Reads the public keys that may sign checkpoints.</summary>
    /// <inheritdoc cref="ReadTrusted"/>
    public static CheckpointKeys ReadCheckpointKeys(IReadOnlyCollection<string> paths) => new(ReadPublic(paths));

    private static Dictionary<string, string> ReadPublic(IReadOnlyCollection<string> paths)
    {
        var pems = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var key = Read(path, "public", PublicKey.FromPem).ToPem();
            if (pems.ContainsValue(key))
                throw new UsageException($"The key '{path}' is given twice; it would be counted twice.");
            if (!pems.TryAdd(NameOf(path), key))
                throw new UsageException($"Two keys have the name '{NameOf(path)}'; a signature is looked for under one.");
        }
        return pems;
    }

    /// <summary>Writes a new pair of keys. What is there already stays.</summary>
    /// <exception cref="UsageException">A file cannot be written, or is there already.</exception>
    public static void Create(string privatePath, string publicPath)
    {
        using var key = SigningKey.Create();
        Create(privatePath, key.ToPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            const UnixFileMode ForOthers = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
            Create(publicPath, key.Public.ToPem(), UnixFileMode.UserRead | UnixFileMode.UserWrite | ForOthers);
        }
        catch (UsageException)
        {
            // Half a pair is of no use to anybody.
            File.Delete(privatePath);
            throw;
        }
    }

    private static void Create(string path, string pem, UnixFileMode mode)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = mode;
        try
        {
            using var writer = new StreamWriter(new FileStream(path, options));
            writer.Write(pem);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new UsageException($"'{path}' is there already, and a key is never written over.");
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unwritable(path, failure);
        }
    }

    private static T Read<T>(string path, string kind, Func<string, T> read)
    {
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > MaxBytes })
                throw new UsageException($"The key '{path}' is larger than any key.");
            return read(File.ReadAllText(path));
        }
        catch (CryptographicException)
        {
            throw new UsageException(
                $"'{path}' is no {kind} key of the curve P-256 in PEM without a password, as 'airs keygen' writes it.");
        }
        catch (Exception failure) when (FileFailure.Is(failure))
        {
            throw FileFailure.Unreadable($"The key '{path}'", path, failure);
        }
    }
}
