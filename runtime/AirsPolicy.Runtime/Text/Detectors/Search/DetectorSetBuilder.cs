using AirsPolicy.Runtime.Collections;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Text.Detectors.Builtin;
using AirsPolicy.Runtime.Text.Views;

namespace AirsPolicy.Runtime.Text.Detectors.Search;

/// <summary>Resolves what detectors refer to and makes each ready.</summary>
internal sealed class DetectorSetBuilder
{
    private readonly DetectorDefinition[] _definitions;
    private readonly Dictionary<string, int> _declared = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _builtin = new(StringComparer.Ordinal);
    private readonly List<CompiledDetector> _builtins = [];
    private readonly ItemBuilder _items;

    public DetectorSetBuilder(DetectorDefinition[] definitions)
    {
        _definitions = definitions;
        _items = new ItemBuilder(Resolve);
        for (var number = 0; number < definitions.Length; number++)
        {
            if (!_declared.TryAdd(definitions[number].Name, number))
                throw new ArgumentException($"There are two detectors '{definitions[number].Name}', where each has a name of its own.", nameof(definitions));
        }
    }

    public DetectorSet Build()
    {
        CompiledDetector[] declared = [.. _definitions.Select(Compile)];
        CompiledDetector[] all = [.. declared, .. _builtins];
        ReferenceOrder.RefuseCircles(all);
        return new DetectorSet(all);
    }

    private CompiledDetector Compile(DetectorDefinition definition)
    {
        ItemSearch[] items = [.. definition.Items.SelectMany(item => _items.Of(item, definition))];
        var exceptions = definition.Exceptions.SelectMany(item => _items.Of(item, definition)).ToList();
        int[] references = [.. definition.Items.Concat(definition.Exceptions)
            .Where(item => item.Kind == DetectorItemKind.Detector)
            .Select(item => Resolve(item.Content, definition))
            .Distinct()];
        return new CompiledDetector(
            definition.Name, ItemGroup.Of(items), items.Length, ItemGroup.Of(exceptions), references, definition.Score, definition.FoundAt);
    }

    private int Resolve(string name, DetectorDefinition from)
    {
        var itself = string.Equals(name, from.Name, StringComparison.Ordinal);
        if (!itself && _declared.TryGetValue(name, out var declared)) return declared;
        return ResolveBuiltin(name, from);
    }

    private int ResolveBuiltin(string name, DetectorDefinition from)
    {
        if (_builtin.TryGetValue(name, out var known)) return known;
        var compiled = BuiltinOf(name, from)
            ?? throw new ArgumentException(string.Equals(name, from.Name, StringComparison.Ordinal)
                ? $"The detector '{name}' refers to itself."
                : $"The detector '{from.Name}' refers to '{name}', which is neither declared nor built in.");
        var number = _definitions.Length + _builtins.Count;
        _builtins.Add(compiled);
        _builtin.Add(name, number);
        return number;
    }

    // A family refers to its members, so that each is asked once however many families and policies want it.
    private CompiledDetector? BuiltinOf(string name, DetectorDefinition from)
    {
        // A detector that refines the built-in one of its name keeps the name.
        var label = _declared.ContainsKey(name) ? name + " (built in)" : name;
        if (BuiltinDetectors.Find(name) is { } single)
            return new CompiledDetector(label, ItemGroup.Of([new BuiltinSearch(single)]), 1, [], [], ScoreMethod.Max, null);
        if (BuiltinDetectors.FamilyOf(name) is not { } family) return null;
        int[] members = [.. family.Members.Select(member => ResolveBuiltin(member, from))];
        ItemSearch[] items = [.. members.Select(member => new ReferenceSearch(member, (int)ShareShape.Whole))];
        return new CompiledDetector(label, ItemGroup.Of(items), items.Length, [], members, ScoreMethod.Max, null);
    }
}
