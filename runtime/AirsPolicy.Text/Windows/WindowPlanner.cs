using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Windows;

/// <summary>Plans what is looked for in a text that still arrives.</summary>
internal sealed class WindowPlanner(DetectorDefinition[] definitions)
{
    private readonly WindowProgramBuilder _plain = new();
    private readonly WindowProgramBuilder _folded = new();
    private readonly List<WindowSource> _sources = [];
    private readonly Dictionary<(DetectorItemKind, string, bool, TextViewKind), int> _sourceNumbers = [];
    private readonly HashSet<int> _holding = [];
    private readonly List<WindowDetector> _detectors = [];
    private readonly Dictionary<int, int> _declared = [];
    private readonly Dictionary<string, int> _builtin = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _numbers = definitions
        .Index()
        .ToDictionary(pair => pair.Item.Name, pair => pair.Index, StringComparer.Ordinal);

    public WindowPlan Plan(IEnumerable<int> asked)
    {
        int[] numbers = [.. asked.Distinct()];
        foreach (var number in numbers)
            AddWithReferences(number);
        foreach (var source in _detectors.SelectMany(detector => detector.Items).SelectMany(item => item.Sources))
            _holding.Add(source);
        return new WindowPlan(
            _plain.Build(_holding),
            _folded.Build(_holding),
            [.. _sources],
            [.. _detectors],
            numbers.ToDictionary(number => number, number => _declared[number]));
    }

    // References form no circle; a chain of them may be long, so that it does not recurse.
    private void AddWithReferences(int number)
    {
        var pending = new Stack<int>([number]);
        while (pending.TryPeek(out var next))
        {
            var waiting = pending.Count;
            foreach (var item in definitions[next].Items.Concat(definitions[next].Exceptions))
            {
                if (DeclaredAs(item, definitions[next]) is { } reference && !_declared.ContainsKey(reference))
                    pending.Push(reference);
            }
            if (pending.Count > waiting)
                continue;
            pending.Pop();
            if (!_declared.ContainsKey(next))
                _declared[next] = Add(Of(definitions[next]));
        }
    }

    private int? DeclaredAs(DetectorItem item, DetectorDefinition from) =>
        item.Kind == DetectorItemKind.Detector && item.Content != from.Name && _numbers.TryGetValue(item.Content, out var declared)
            ? declared
            : null;

    private WindowDetector Of(DetectorDefinition definition) => new(
        [.. definition.Items.SelectMany(item => Of(item, definition))],
        [.. definition.Exceptions.SelectMany(item => Of(item, definition))],
        definition.Score,
        definition.FoundAt);

    private IEnumerable<WindowDetectorItem> Of(DetectorItem item, DetectorDefinition from)
    {
        switch (item.Kind)
        {
            case DetectorItemKind.Term:
                var term = Folding.Fold(item.Content);
                return term.Length == 0 ? [] : [new WindowDetectorItem([TermSource(term)], -1, item.Weight)];
            case DetectorItemKind.Pattern:
                return [new WindowDetectorItem([.. from.Views.Select(view => PatternSource(item, view))], -1, item.Weight)];
            default:
                return
                [
                    new WindowDetectorItem(
                        [],
                        DeclaredAs(item, from) is { } declared ? _declared[declared] : Builtin(item.Content),
                        item.Weight),
                ];
        }
    }

    private int TermSource(string term)
    {
        var key = (DetectorItemKind.Term, term, false, TextViewKind.Folded);
        if (_sourceNumbers.TryGetValue(key, out var known))
            return known;
        _folded.AddTerm(_sources.Count, term);
        return _sourceNumbers[key] = AddSource(TextViewKind.Folded, _folded.Count - 1);
    }

    private int PatternSource(DetectorItem item, string view)
    {
        var kind = TextViews.KindOf(view) is { } known and (TextViewKind.Plain or TextViewKind.Folded)
            ? known
            : throw new ArgumentException($"The view '{view}' is one of the whole text.");
        var key = (DetectorItemKind.Pattern, item.Content, item.IgnoreCase || kind == TextViewKind.Folded, kind);
        if (_sourceNumbers.TryGetValue(key, out var number))
            return number;
        var tree = PatternParser.Parse(item.Content, key.Item3 ? PatternOptions.IgnoreCase : PatternOptions.None).Tree;
        if (tree is null || WindowBound.Of(tree) is null)
            throw new ArgumentException($"The pattern '{item.Content}' has no bound.");
        var program = kind == TextViewKind.Plain ? _plain : _folded;
        program.AddPattern(_sources.Count, Pattern.Compile(tree));
        return _sourceNumbers[key] = AddSource(kind, program.Count - 1);
    }

    private int AddSource(TextViewKind view, int item)
    {
        _sources.Add(new WindowSource(view, item, null));
        return _sources.Count - 1;
    }

    // What joins others refers to them, each of which is asked once.
    private int Builtin(string name)
    {
        if (_builtin.TryGetValue(name, out var known))
            return known;
        var members = BuiltinDetectors.WindowsOf(name) ?? throw new ArgumentException($"The detector '{name}' has no bound.");
        var sources = members.Select(SourceOf).ToArray();
        return _builtin[name] = Add(
            new WindowDetector(
                [.. sources.Select(source => new WindowDetectorItem([source], -1, _sources[source].Builtin!.Score))],
                [],
                ScoreMethod.Max,
                null));
    }

    private int SourceOf(IBuiltinDetector detector)
    {
        var known = _sources.FindIndex(source => source.Builtin == detector);
        if (known >= 0)
            return known;
        _sources.Add(new WindowSource(detector.View, -1, detector));
        return _sources.Count - 1;
    }

    private int Add(WindowDetector detector)
    {
        _detectors.Add(detector);
        return _detectors.Count - 1;
    }
}
