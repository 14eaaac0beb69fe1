using AirsPolicy.Text.Detectors.Builtin;
using AirsPolicy.Text.Literals;
using AirsPolicy.Text.Views;

namespace AirsPolicy.Text.Detectors.Search;

/// <summary>Resolves what detectors refer to and makes each ready.</summary>
internal sealed class DetectorSetBuilder
{
    private readonly DetectorDefinition[] _definitions;
    private readonly Dictionary<string, int> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _builtin = new(StringComparer.Ordinal);
    private readonly List<CompiledDetector> _builtins = [];
    private readonly List<ItemSearch> _searches = [];
    private readonly ItemBuilder _items;

    public DetectorSetBuilder(DetectorDefinition[] definitions)
    {
        _definitions = definitions;
        _items = new ItemBuilder(Resolve, readsFolded: definitions.Any(ReadsFolded), DetectorSet.ClassifiersOf(definitions));
        for (var number = 0; number < definitions.Length; number++)
        {
            if (!_declared.TryAdd(definitions[number].Name, number))
                throw new ArgumentException(
                    $"There are two detectors '{definitions[number].Name}', where each has a name of its own.",
                    nameof(definitions));
        }
    }

    public DetectorSet Build()
    {
        CompiledDetector[] declared = [.. _definitions.Select(Compile)];
        CompiledDetector[] all = [.. declared, .. _builtins];
        ReferenceOrder.RefuseCircles(all);
        return new DetectorSet(all, ScansOf(), DetectorSet.ClassifiersOf(_definitions).Count);
    }

    // One search in each view for the literals of every item of every detector.
    private LiteralScan?[] ScansOf()
    {
        var literals = new List<SoughtLiteral>[TextViews.Kinds];
        foreach (var item in _searches)
        {
            foreach (var (view, literal, number) in item.Sought)
                (literals[(int)view] ??= []).Add(new SoughtLiteral(literal.Text, literal.IgnoreCase, number));
        }
        return Array.ConvertAll(literals, found => found is null ? null : new LiteralScan(found, _items.Count));
    }

    // Terms and most built-in detectors do, whatever the views.
    private static bool ReadsFolded(DetectorDefinition definition) =>
        definition.Views.Any(view => TextViews.KindOf(view) != TextViewKind.Plain)
        || definition
            .Items.Concat(definition.Exceptions)
            .Any(item => item.Kind is not (DetectorItemKind.Pattern or DetectorItemKind.Classifier));

    private ItemSet SetOf(ItemSearch[] items)
    {
        _searches.AddRange(items);
        return new ItemSet(items);
    }

    private CompiledDetector Compile(DetectorDefinition definition)
    {
        ItemSearch[] items = [.. definition.Items.SelectMany(item => _items.Of(item, definition))];
        ItemSearch[] exceptions = [.. definition.Exceptions.SelectMany(item => _items.Of(item, definition))];
        return new CompiledDetector(
            definition.Name,
            SetOf(items),
            SetOf(exceptions),
            ReferencesOf(definition.Items, definition),
            ReferencesOf(definition.Exceptions, definition),
            definition.Score,
            definition.FoundAt);
    }

    private int[] ReferencesOf(IEnumerable<DetectorItem> items, DetectorDefinition definition) =>
        [.. items.Where(item => item.Kind == DetectorItemKind.Detector).Select(item => Resolve(item.Content, definition)).Distinct()];

    private int Resolve(string name, DetectorDefinition from)
    {
        var itself = string.Equals(name, from.Name, StringComparison.Ordinal);
        if (!itself && _declared.TryGetValue(name, out var declared)) return declared;
        return ResolveBuiltin(name, from);
    }

    private int ResolveBuiltin(string name, DetectorDefinition from)
    {
        if (_builtin.TryGetValue(name, out var known)) return known;
        var compiled = BuiltinOf(name)
            ?? throw new ArgumentException(string.Equals(name, from.Name, StringComparison.Ordinal)
                ? $"The detector '{name}' refers to itself."
                : $"The detector '{from.Name}' refers to '{name}', which is neither declared nor built in.");
        var number = _definitions.Length + _builtins.Count;
        _builtins.Add(compiled);
        _builtin.Add(name, number);
        return number;
    }

    // A family holds its members as items: most of them are passed over for what a text lacks, which costs less than to keep an answer of
    // each.
    private CompiledDetector? BuiltinOf(string name)
    {
        // A detector that refines the built-in one of its name keeps the name.
        var label = _declared.ContainsKey(name) ? name + " (built in)" : name;
        if (BuiltinDetectors.Members(name) is not { Count: > 0 } members) return null;
        ItemSearch[] items = [.. members.Select(member => new BuiltinSearch(member, _items.NextNumber()))];
        return new CompiledDetector(label, SetOf(items), SetOf([]), [], [], ScoreMethod.Max, null);
    }
}
