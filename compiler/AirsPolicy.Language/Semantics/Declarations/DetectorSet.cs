using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds the detectors of all packages that are taken in, and keeps those that controls in force use.</summary>
internal sealed class DetectorSet
{
    private readonly BindingContext _context;
    private bool? _asks;
    private readonly SortedList<string, BoundDetector> _bound = new(StringComparer.Ordinal);

    public DetectorSet(BindingContext context)
    {
        _context = context;
        foreach (var symbol in context.Root.All().SelectMany(package => package.Members.Values))
        {
            if (symbol.Kind == SymbolKind.Detector)
                _bound.TryAdd(symbol.QualifiedName, new DetectorBinder(context, symbol).Bind());
        }
        ReportCycles();
    }

    /// <summary>The definitions of some detectors, and of those that they are made of, ordered by name.</summary>
    public ValueList<DetectorDefinition> Used(IEnumerable<string> named)
    {
        var used = new SortedList<string, DetectorDefinition>(StringComparer.Ordinal);
        var pending = new Stack<string>(named);
        while (pending.TryPop(out var name))
        {
            if (!_bound.TryGetValue(name, out var detector) || !used.TryAdd(name, detector.Definition))
                continue;
            foreach (var item in References(detector.Definition))
                pending.Push(item);
        }
        return used.Values.ToValueList();
    }

    /// <summary>The classifiers that a detector asks, itself or through others, each once, ordered by name.</summary>
    public IReadOnlyList<string> ClassifiersOf(string detector) =>
        AsksClassifiers
            ?
            [
                .. Used([detector])
                    .SelectMany(used => used.Items)
                    .Where(item => item.Kind == DetectorItemKind.Classifier)
                    .Select(item => item.Content)
                    .Distinct(StringComparer.Ordinal)
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    /// <summary>
    /// Who gives the facts that detectors in use need: the classifiers. Of two detectors that ask one of them the shorter time holds, and
    /// what they say of its absence joins.
    /// </summary>
    public IEnumerable<ProviderModel> Providers(IEnumerable<DetectorDefinition> used) =>
        from detector in used.Select(definition => _bound[definition.Name])
        from item in detector.Definition.Items
        where item.Kind == DetectorItemKind.Classifier
        group detector by item.Content into asking
        orderby asking.Key
        select new ProviderModel(
            ClassifierFact.Of(asking.Key),
            asking.Key,
            asking.Min(detector => detector.Timeout),
            asking.SelectMany(detector => detector.OnError).Distinct().ToValueList());

    private bool AsksClassifiers =>
        _asks ??= _bound.Values.Any(detector => detector.Definition.Items.Any(item => item.Kind == DetectorItemKind.Classifier));

    private static IEnumerable<string> References(DetectorDefinition definition) =>
        definition.Items.Concat(definition.Exceptions).Where(item => item.Kind == DetectorItemKind.Detector).Select(item => item.Content);

    // Depth first without recursion; a way back to a detector that is still open closes a circle, which is reported where it closes.
    private void ReportCycles()
    {
        var done = new HashSet<string>(StringComparer.Ordinal);
        var open = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in _bound.Keys)
        {
            var path = new Stack<OpenDetector>();
            Open(start);
            while (path.TryPeek(out var top))
            {
                if (!top.Items.MoveNext())
                {
                    done.Add(top.Name);
                    open.Remove(top.Name);
                    path.Pop();
                }
                else if (open.Contains(top.Items.Current))
                {
                    var symbol = _bound[top.Items.Current].Symbol;
                    _context.Report(ControlDiagnostics.RecursiveDetector, symbol.Declaration.Source, symbol.Declaration.Span, symbol.Name);
                }
                else
                {
                    Open(top.Items.Current);
                }
            }

            void Open(string name)
            {
                if (done.Contains(name) || !_bound.TryGetValue(name, out var detector))
                    return;
                open.Add(name);
                path.Push(new OpenDetector(name, References(detector.Definition).GetEnumerator()));
            }
        }
    }

    private sealed record OpenDetector(string Name, IEnumerator<string> Items);
}
