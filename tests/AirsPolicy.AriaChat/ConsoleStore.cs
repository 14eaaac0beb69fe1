using System.Security.Cryptography;
using AirsPolicy.Hosting.Evidence.Notes;
using AirsPolicy.Hosting.Storing;
using AirsPolicy.Storage.Sqlite;

namespace AirsPolicy.AriaChat;

/// <summary>What outlives a conversation: the store, and the key that signs its evidence beside it.</summary>
public sealed class ConsoleStore : IDisposable
{
    private readonly CheckpointSigner _signer;

    private ConsoleStore(SqliteStore store, CheckpointSigner signer) => (Store, _signer) = (store, signer);

    /// <summary>The store.</summary>
    public IPolicyStore Store { get; }

    /// <summary>How evidence is recorded in it.</summary>
    public EvidenceOptions Evidence => new() { Origin = "meridian.example/console", Signer = _signer };

    /// <summary>Opens a store, or makes it with a key of its own: <c>FILE.key</c>, and <c>FILE.pub</c> for auditors.</summary>
    public static ConsoleStore Open(string file)
    {
        if (!File.Exists($"{file}.key"))
        {
            // An example. In production the key lies where only the host can read it.
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            File.WriteAllText($"{file}.key", key.ExportPkcs8PrivateKeyPem());
            File.WriteAllText($"{file}.pub", key.ExportSubjectPublicKeyInfoPem());
        }
        return new ConsoleStore(SqliteStore.Open(file), new CheckpointSigner("console", File.ReadAllText($"{file}.key")));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Store.Dispose();
        _signer.Dispose();
    }
}
