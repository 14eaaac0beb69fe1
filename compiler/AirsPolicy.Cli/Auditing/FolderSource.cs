using AirsPolicy.Hosting.Evidence.Logs;

namespace AirsPolicy.Cli.Auditing;

/// <summary>Evidence in a folder, as <c>airs audit export</c> writes it.</summary>
internal sealed class FolderSource : ILogSource
{
    public bool Knows(string path) => Directory.Exists(path);

    public T Use<T>(string path, Func<IEvidenceLog, T> use)
    {
        using var log = FolderEvidenceLog.Open(path);
        return use(log);
    }
}
