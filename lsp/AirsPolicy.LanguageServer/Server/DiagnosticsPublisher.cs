using System.Collections.Immutable;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.LanguageServer.Features;
using AirsPolicy.LanguageServer.Protocol;
using AirsPolicy.LanguageServer.Transport;
using AirsPolicy.LanguageServer.Workspace;

namespace AirsPolicy.LanguageServer.Server;

/// <summary>
/// Pushes diagnostics after changes: at once where the client pauses, and under steady typing at least as often as people notice.
/// </summary>
internal sealed class DiagnosticsPublisher(MessageWriter writer, TimeProvider time)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<string, Published> _published = new(StringComparer.Ordinal);
    private readonly Queue<PackageSyntax> _waiting = new();
    private HashSet<string> _ofDependents = new(StringComparer.Ordinal);
    private bool _haveFilesChanged;
    private long? _changedAt;

    /// <summary>Something has changed since the last time.</summary>
    public void Changed() => _changedAt ??= time.GetTimestamp();

    /// <summary>A file was opened, saved or closed, or has changed on disk: packages without open documents are looked at, too.</summary>
    public void FilesChanged()
    {
        _haveFilesChanged = true;
        Changed();
    }

    public bool IsDue(bool isIdle) =>
        _changedAt is { } since ? isIdle || time.GetElapsedTime(since) >= s_longest : isIdle && _waiting.Count > 0;

    /// <summary>
    /// Publishes what is new for each file of the packages with open documents and each file that is kept from belonging to one, and takes
    /// back what stands in no such file any more.
    /// </summary>
    /// <remarks>
    /// Packages that take those in follow one at a time while nothing else waits, and only after files have changed: typing never waits
    /// for them.
    /// </remarks>
    public void Publish(PolicyWorkspace workspace)
    {
        if (_changedAt is null)
        {
            PublishNext(workspace);
            return;
        }

        _changedAt = null;
        if (_haveFilesChanged)
            FindDependents(workspace);
        var current = new Dictionary<string, Published>(StringComparer.Ordinal);
        foreach (var analysis in workspace.Analyses())
        {
            foreach (var (uri, now) in FilesOf(workspace, analysis))
                current[uri] = now;
        }

        AddFolderFindings(workspace, current);
        foreach (var uri in _published.Keys.Where(uri => !current.ContainsKey(uri) && !_ofDependents.Contains(uri)).ToList())
            Say(uri, null);
        foreach (var (uri, now) in current)
            Say(uri, now);
    }

    private void FindDependents(PolicyWorkspace workspace)
    {
        _haveFilesChanged = false;
        _waiting.Clear();
        var dependents = workspace.Dependents();
        foreach (var package in dependents)
            _waiting.Enqueue(package);
        _ofDependents = dependents.SelectMany(package => package.Trees)
            .Select(tree => workspace.UriOf(tree.Source.Path))
            .ToHashSet(StringComparer.Ordinal);
    }

    private void PublishNext(PolicyWorkspace workspace)
    {
        if (_waiting.TryDequeue(out var package) && workspace.AnalysisOf(package) is { } analysis)
        {
            // Of files that nobody looks at only findings are worth telling.
            foreach (var (uri, now) in FilesOf(workspace, analysis))
            {
                if (!now.Diagnostics.IsEmpty || _published.ContainsKey(uri))
                    Say(uri, now);
            }

        }
    }

    private static IEnumerable<(string Uri, Published Now)> FilesOf(PolicyWorkspace workspace, PolicyAnalysis analysis) =>
        from tree in analysis.Package.Trees
        let uri = workspace.UriOf(tree.Source.Path)
        select (uri, new Published(workspace.Find(uri)?.Version, DiagnosticsFeature.Of(analysis, tree, workspace.UriOf)));

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

    // Says what has changed; null takes back what was said.
    private void Say(string uri, Published? now)
    {
        if (now is null)
            _published.Remove(uri);
        else if (_published.TryGetValue(uri, out var last) && last.Same(now))
            return;
        else
            _published[uri] = now;
        Send(uri, now ?? new Published(null, []));
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
