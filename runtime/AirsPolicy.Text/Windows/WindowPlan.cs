using System.Buffers;
using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin.Anchored;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Windows;

/// <summary>
/// What is looked for in a text that still arrives. Unchanging, for any number of threads, each with a <see cref="WindowScan"/> of its own.
/// </summary>
internal sealed class WindowPlan
{
    private readonly Dictionary<int, int> _places;
    private readonly SearchValues<char> _plainParts;
    private readonly SearchValues<char> _foldedParts;

    public WindowPlan(
        WindowProgram plain,
        WindowProgram folded,
        WindowSource[] sources,
        WindowDetector[] detectors,
        Dictionary<int, int> places)
    {
        (Plain, Folded, Sources, Detectors, _places) = (plain, folded, sources, detectors, places);
        HasFoldedBuiltins = Array.Exists(sources, source => source.Builtin?.View == TextViewKind.Folded);
        var users = Enumerable.Range(0, sources.Length).Select(_ => new List<WindowUser>()).ToArray();
        var referring = Enumerable.Range(0, detectors.Length).Select(_ => new List<WindowUser>()).ToArray();
        for (var detector = 0; detector < detectors.Length; detector++)
        {
            Note(detectors[detector].Items, detector, excepts: false);
            Note(detectors[detector].Exceptions, detector, excepts: true);
        }
        Users = [.. users.Select(list => list.ToArray())];
        Referring = [.. referring.Select(list => list.ToArray())];
        _plainParts = PartsIn(TextViewKind.Plain);
        _foldedParts = PartsIn(TextViewKind.Folded);
        Anchors = new AnchorIndex([
            .. sources
                .Index()
                .Where(source => source.Item.Builtin is AnchoredDetector)
                .Select(source => (source.Index, (AnchoredDetector)source.Item.Builtin!)),
        ]);

        void Note(WindowDetectorItem[] items, int detector, bool excepts)
        {
            for (var item = 0; item < items.Length; item++)
            {
                if (items[item].Reference >= 0)
                    referring[items[item].Reference].Add(new WindowUser(detector, item, excepts));
                foreach (var source in items[item].Sources)
                    users[source].Add(new WindowUser(detector, item, excepts));
            }
        }
    }

    public WindowProgram Plain { get; }

    public WindowProgram Folded { get; }

    public WindowSource[] Sources { get; }

    /// <summary>Whether built-in detectors look for something in the folded text.</summary>
    public bool HasFoldedBuiltins { get; }

    /// <summary>The detectors, each behind those that it refers to.</summary>
    public WindowDetector[] Detectors { get; }

    /// <summary>By the number of a source: who takes its matches.</summary>
    public WindowUser[][] Users { get; }

    /// <summary>By the place of a detector: who takes its matches.</summary>
    public WindowUser[][] Referring { get; }

    /// <summary>The built-in detectors that look for anchors.</summary>
    public AnchorIndex Anchors { get; }

    /// <summary>The plan for some detectors.</summary>
    /// <param name="definitions">The detectors of a policy.</param>
    /// <param name="asked">The numbers of those that are asked; all of them bounded.</param>
    /// <exception cref="ArgumentException">One has no bound, or cannot be made ready.</exception>
    public static WindowPlan Of(ValueList<DetectorDefinition> definitions, IEnumerable<int> asked) =>
        new WindowPlanner([.. definitions]).Plan(asked);

    /// <summary>Whether the detector at a place is asked, and not only referred to by others.</summary>
    public bool IsAsked(int place) => _places.ContainsValue(place);

    /// <summary>The built-in detectors of a view, ready to look for.</summary>
    public StretchGroup StretchesIn(TextViewKind view)
    {
        var sources = Sources.Index().Where(source => source.Item.Builtin?.Window is not null && source.Item.View == view).ToList();
        return new StretchGroup(
            [.. sources.Select(source => new StretchSearch(source.Index, source.Item.Builtin!, source.Item.Builtin!.Window!))],
            view == TextViewKind.Plain ? _plainParts : _foldedParts);
    }

    /// <summary>The place of a detector that is asked, by its number in the policy, or -1.</summary>
    public int PlaceOf(int detector) => _places.GetValueOrDefault(detector, -1);

    private SearchValues<char> PartsIn(TextViewKind view)
    {
        var parts = Sources
            .Where(source => source.Builtin?.Window is not null && source.View == view)
            .Select(source => source.Builtin!.Window!.Parts)
            .Distinct()
            .ToArray();
        return parts.Length == 1
            ? parts[0]
            : SearchValues.Create([
                .. Enumerable
                    .Range(0, parts.Length == 0 ? 0 : 0x10000)
                    .Select(unit => (char)unit)
                    .Where(unit => parts.Any(part => part.Contains(unit))),
            ]);
    }
}
