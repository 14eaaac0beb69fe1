using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.LanguageServer.Workspace;

/// <summary>Binds packages, and binds one again only when it or a package that it took in has become another, or the day has.</summary>
/// <param name="time">Says which day it is, by which waivers and reviews are judged.</param>
/// <param name="analyze">Analyses a package as of a day.</param>
internal sealed class PackageAnalyses(TimeProvider time, Func<PackageSyntax, IPackageLocator, DateOnly, PolicyAnalysis> analyze)
{
    private readonly Dictionary<PackageSyntax, Entry> _entries = new(ReferenceEqualityComparer.Instance);

    /// <summary>The analysis of a package of <paramref name="overlay"/>.</summary>
    public PolicyAnalysis Of(PackageSyntax package, PackageOverlay overlay)
    {
        var today = Today;
        if (Find(package, overlay, today) is { } known)
            return known;
        var recorder = new Recorder(overlay);
        var analysis = Analyze(package, recorder, today);
        _entries[package] = new Entry(analysis, today, recorder.Taken);
        return analysis;
    }

    /// <summary>What each name of a package stands for: from its analysis where that is known, else without the findings of one.</summary>
    public PolicyAnalysis Bound(PackageSyntax package, PackageOverlay overlay) =>
        Find(package, overlay, Today) ?? PolicyBinder.BindForEditor(package, overlay);

    // One package that cannot be analysed leaves the others as they are.
    private PolicyAnalysis Analyze(PackageSyntax package, Recorder recorder, DateOnly today)
    {
        try
        {
            return analyze(package, recorder, today);
        }
        catch (Exception fault)
        {
            return PolicyAnalyzer.Faulted(package, fault);
        }
    }

    /// <summary>Forgets all packages but these.</summary>
    public void Keep(IEnumerable<PackageSyntax> packages)
    {
        var kept = new HashSet<PackageSyntax>(packages, ReferenceEqualityComparer.Instance);
        foreach (var package in _entries.Keys.Where(package => !kept.Contains(package)).ToList())
            _entries.Remove(package);
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    private PolicyAnalysis? Find(PackageSyntax package, PackageOverlay overlay, DateOnly today) =>
        _entries.TryGetValue(package, out var entry) && entry.Day == today
        && entry.Taken.All(taken => ReferenceEquals(overlay.Find(taken.Key), taken.Value))
            ? entry.Analysis
            : null;

    private sealed record Entry(PolicyAnalysis Analysis, DateOnly Day, IReadOnlyDictionary<string, PackageSyntax?> Taken);

    // What the binder asked for is what the analysis depends on, also where there was nothing.
    private sealed class Recorder(PackageOverlay overlay) : IPackageLocator
    {
        private readonly Dictionary<string, PackageSyntax?> _taken = new(StringComparer.Ordinal);

        public IReadOnlyDictionary<string, PackageSyntax?> Taken => _taken;

        public IReadOnlyCollection<string> Names => overlay.Names;

        public PackageSyntax? Find(string name) => _taken[name] = overlay.Find(name);
    }
}
