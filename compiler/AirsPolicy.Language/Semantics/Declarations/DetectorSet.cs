using System.Collections.Immutable;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols;
using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Text.Detectors;

namespace AirsPolicy.Language.Semantics.Declarations;

/// <summary>Binds the detectors of all packages that are taken in, and keeps those that controls in force use.</summary>
internal sealed class DetectorSet
{
    private readonly BindingContext _context;
    private readonly Dictionary<string, (Symbol Symbol, DetectorDefinition Definition)> _bound = new(StringComparer.Ordinal);

    public DetectorSet(BindingContext context)
    {
        _context = context;
        var seen = new HashSet<PackageSymbol>();
        var pending = new Stack<PackageSymbol>([context.Root]);
        while (pending.TryPop(out var package))
        {
            if (!seen.Add(package))
                continue;
            foreach (var symbol in package.Members.Values.Where(s => s.Kind == SymbolKind.Detector))
                _bound.TryAdd(symbol.QualifiedName, (symbol, new DetectorBinder(context, symbol).Bind()));
            foreach (var taken in package.Used.Concat(package.Extended))
                pending.Push(taken);
        }
        foreach (var (symbol, _) in _bound.Values)
            ReportCycle(symbol);
    }

    /// <summary>The definitions that controls use, directly or through other detectors, ordered by name.</summary>
    public ValueList<DetectorDefinition> Used(IEnumerable<ControlModel> controls)
    {
        var used = new SortedDictionary<string, DetectorDefinition>(StringComparer.Ordinal);
        var pending = new Stack<string>(controls.SelectMany(DetectorUse.Of));
        while (pending.TryPop(out var name))
        {
            if (!_bound.TryGetValue(name, out var detector) || !used.TryAdd(name, detector.Definition))
                continue;
            foreach (var item in References(detector.Definition))
                pending.Push(item);
        }
        return used.Values.ToValueList();
    }

    private static IEnumerable<string> References(DetectorDefinition definition) =>
        definition.Items.Concat(definition.Exceptions).Where(item => item.Kind == DetectorItemKind.Detector).Select(item => item.Content);

    private void ReportCycle(Symbol start)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var pending = new Stack<string>(References(_bound[start.QualifiedName].Definition));
        while (pending.TryPop(out var name))
        {
            if (name == start.QualifiedName)
            {
                _context.Report(ControlDiagnostics.RecursiveDetector, start.Declaration.Source, start.Declaration.Span, start.Name);
                return;
            }
            if (!seen.Add(name) || !_bound.TryGetValue(name, out var detector))
                continue;
            foreach (var item in References(detector.Definition))
                pending.Push(item);
        }
    }
}
