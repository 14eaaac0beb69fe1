using AirsPolicy.Hosting.Evidence.Logs;

namespace AirsPolicy.Cli.Auditing;

/// <summary>A form in which evidence is stored.</summary>
internal interface ILogSource
{
    /// <summary>Whether what lies at a path has this form.</summary>
    bool Knows(string path);

    /// <summary>Uses it as long as it is open for reading.</summary>
    /// <exception cref="InvalidDataException">It cannot be read; the message says why.</exception>
    T Use<T>(string path, Func<IEvidenceLog, T> use);
}
