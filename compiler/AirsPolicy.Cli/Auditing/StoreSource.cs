using AirsPolicy.Cli.Storing;
using AirsPolicy.Hosting.Evidence.Logs;

namespace AirsPolicy.Cli.Auditing;

/// <summary>Evidence in the store of a host that is ended, or in a backup of it.</summary>
internal sealed class StoreSource : ILogSource
{
    public bool Knows(string path) => StoreFile.Is(path);

    public T Use<T>(string path, Func<IEvidenceLog, T> use) => StoreFile.Use(path, store => use(store.Evidence));
}
