using AirsPolicy.Runtime.Collections;
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
        if (_builtin.TryGetValue(name, out var known)) return known;
        if (BuiltinDetectors.Find(name) is not { } builtin)
            throw new ArgumentException(itself ? $"The detector '{name}' refers to itself." : $"The detector '{from.Name}' refers to '{name}', which is neither declared nor built in.");
        var number = _definitions.Length + _builtins.Count;
        // A detector that refines the built-in one of its name keeps the name.
        var label = _declared.ContainsKey(name) ? name + " (built in)" : name;
        _builtins.Add(new CompiledDetector(label, ItemGroup.Of([new BuiltinSearch(builtin)]), 1, [], [], ScoreMethod.Max, null));
        _builtin.Add(name, number);
        return number;
    }
}
