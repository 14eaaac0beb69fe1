namespace AirsPolicy.Storage.Sqlite.Tests;

/// <summary>A folder of a test, which goes with it.</summary>
internal sealed class StoreFolder : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("airs-store-").FullName;

    public string PathOf(string name) => Path.Combine(_folder, name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
