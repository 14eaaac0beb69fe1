using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>All schemas that look at one value: those that are asked about it, and those that they take together.</summary>
internal sealed class SchemaParts
{
    private const int MaxParts = 64;

    private readonly CheckCompiler _compiler;
    private readonly Dictionary<JsonValue, int> _indexes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, ulong> _names = new(StringComparer.Ordinal);
    private readonly List<SchemaPart> _parts = [];
    private readonly HashSet<int> _expanded = [];
    private readonly List<Combination> _combinations = [];

    public SchemaParts(CheckCompiler compiler, IReadOnlyList<JsonValue> asked)
    {
        _compiler = compiler;
        foreach (var schema in asked)
            IndexOf(schema);
        Asked = asked.Count == MaxParts ? ulong.MaxValue : (1UL << asked.Count) - 1;
        for (var i = 0; i < asked.Count; i++)
            Expand(i);
    }

    /// <summary>The bits of the schemas that are asked.</summary>
    public ulong Asked { get; }

    public IReadOnlyList<SchemaPart> All => _parts;

    /// <summary>What takes schemas together, each behind all that it needs.</summary>
    public IReadOnlyList<Combination> Combinations => _combinations;

    /// <summary>The names that have a bit.</summary>
    public IEnumerable<string> Names => _names.Keys;

    /// <summary>The bit by which a record knows that it has a member of that name.</summary>
    public ulong BitOf(string name)
    {
        if (_names.TryGetValue(name, out var bit))
            return bit;
        if (_names.Count == MaxParts)
            return _compiler.Give("more than 64 names that 'required' and its like ask one record for");
        bit = 1UL << _names.Count;
        _names.Add(name, bit);
        return bit;
    }

    /// <summary>The bit of a name, or 0 where nothing asks for it.</summary>
    public ulong KnownBitOf(string name) => _names.GetValueOrDefault(name);

    private int IndexOf(JsonValue schema)
    {
        if (_indexes.TryGetValue(schema, out var index))
            return index;
        if (_parts.Count == MaxParts)
        {
            _compiler.Give("more than 64 schemas that look at the same value");
            return 0;
        }
        index = _parts.Count;
        _indexes.Add(schema, index);
        _parts.Add(_compiler.PartOf(schema, index));
        return index;
    }

    private void Expand(int index)
    {
        if (!_expanded.Add(index) || _compiler.Obstacle is not null)
            return;
        var part = _parts[index];
        if (part["$ref"] is { } reference)
            _combinations.Add(new Combination(CombinationKind.All, part.Bit, Bit(_compiler.Target(part, reference.Text))));
        if (part["allOf"] is { } all)
            _combinations.Add(new Combination(CombinationKind.All, part.Bit, Bits(all.Items, out _)));
        if (part["anyOf"] is { } any)
            _combinations.Add(new Combination(CombinationKind.Any, part.Bit, Bits(any.Items, out _)));
        if (part["oneOf"] is { } one)
            _combinations.Add(new Combination(CombinationKind.One, part.Bit, Bits(one.Items, out var twice), twice));
        if (part["not"] is { } not)
            _combinations.Add(new Combination(CombinationKind.None, part.Bit, Bit(not)));
        if (part["if"] is { } condition && (part["then"] ?? part["else"]) is not null)
            _combinations.Add(new Combination(CombinationKind.Choice, part.Bit, Bit(condition), Bit(part["then"]), Bit(part["else"])));
        foreach (var (name, schema) in part.Members("dependentSchemas"))
            _combinations.Add(new Combination(CombinationKind.Dependent, part.Bit, Bit(schema), BitOf(name)));
    }

    // What a schema takes together is asked before the schema itself.
    private ulong Bit(JsonValue? schema)
    {
        if (schema is null)
            return 0;
        var index = IndexOf(schema);
        Expand(index);
        return 1UL << index;
    }

    private ulong Bits(JsonValue[] schemas, out ulong twice)
    {
        var bits = 0UL;
        twice = 0;
        foreach (var schema in schemas)
        {
            var bit = Bit(schema);
            twice |= bits & bit;
            bits |= bit;
        }
        return bits;
    }
}
