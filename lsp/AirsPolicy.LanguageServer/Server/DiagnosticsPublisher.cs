using System.Collections.Immutable;
using AirsPolicy.LanguageServer.Features;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Transport;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>Pushes diagnostics after changes: at once where the client pauses, and under steady typing at least as often as people notice.</summary>
internal sealed class DiagnosticsPublisher(MessageWriter writer, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, Published> _published = new(StringComparer.Ordinal);
    private long? _changedAt;

    /// <summary>Something has changed since the last time.</summary>
    public void Changed() => _changedAt ??= time.GetTimestamp();

    public bool IsDue(bool isIdle) => _changedAt is { } since && (isIdle || time.GetElapsedTime(since) >= Longest);

    /// <summary>Publishes what is new for each file of the packages with open documents and each file that is kept from belonging to one, and takes back what stands in no such file any more.</summary>
    public void Publish(PolicyWorkspace workspace)
    {
        _changedAt = null;
        var current = new Dictionary<string, Published>(StringComparer.Ordinal);
        foreach (var analysis in workspace.Analyses())
        {
            foreach (var tree in analysis.Package.Trees)
            {
                var uri = workspace.UriOf(tree.Source.Path);
                current[uri] = new Published(workspace.Find(uri)?.Version, DiagnosticsFeature.Of(analysis, tree, workspace.UriOf));
            }
        }

        AddFolderFindings(workspace, current);
        foreach (var uri in _published.Keys.Where(uri => !current.ContainsKey(uri)))
            Send(uri, new Published(null, []));
        foreach (var (uri, now) in current.Where(file => !_published.TryGetValue(file.Key, out var last) || !last.Same(file.Value)))
            Send(uri, now);
        _published.Clear();
        foreach (var (uri, now) in current)
            _published[uri] = now;
    }

    // A file without a header is a package of its own where it is open, with the same findings.
    private static void AddFolderFindings(PolicyWorkspace workspace, Dictionary<string, Published> current)
    {
        foreach (var finding in workspace.FolderFindings())
        {
            var uri = workspace.UriOf(finding.Source.Path);
            var diagnostic = DiagnosticsFeature.Of(finding, workspace.UriOf);
            var known = current.GetValueOrDefault(uri) ?? new Published(workspace.Find(uri)?.Version, []);
            if (!known.Diagnostics.Any(other => other.Code == diagnostic.Code && other.Range == diagnostic.Range))
                current[uri] = known with { Diagnostics = known.Diagnostics.Add(diagnostic) };
        }
    }

    private void Send(string uri, Published now) => writer.Notify(
        "textDocument/publishDiagnostics",
        new PublishDiagnosticsParams(uri, now.Version, now.Diagnostics),
        LspJson.Default.PublishDiagnosticsParams);

    private sealed record Published(int? Version, ImmutableArray<Diagnostic> Diagnostics)
    {
        public bool Same(Published other) => Version == other.Version && Diagnostics.SequenceEqual(other.Diagnostics);
    }
}
