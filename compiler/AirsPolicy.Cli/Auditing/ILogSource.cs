using AirsPolicy.Hosting.Evidence.Logs;

namespace AirsPolicy.Cli.Auditing;

/// <summary>A form in which evidence is stored.</summary>
internal interface ILogSource
{
    /// <summary>Whether what lies at a path has this form.</summary>
    bool Knows(string path);

    /// <summary>Opens it for reading; it is disposed of where it can be.</summary>
    /// <exception cref="InvalidDataException">It cannot be read; the message says why.</exception>
    IEvidenceLog Open(string path);
}
