using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>Gathers the schemas that are asked about one member or item, and what hangs on each.</summary>
internal sealed class AskedSchemas(CheckCompiler compiler)
{
    private const int NoCounter = -1;

    private readonly Dictionary<JsonValue, (ulong Owners, int Counter)> _asked = new(ReferenceEqualityComparer.Instance);

    /// <summary>A schema whose refusal makes a part refuse. One that says nothing is not asked.</summary>
    public void Add(JsonValue? schema, SchemaPart owner)
    {
        if (schema is not null && !compiler.SaysNothing(schema))
            _asked[schema] = _asked.TryGetValue(schema, out var known) ? (known.Owners | owner.Bit, known.Counter) : (owner.Bit, NoCounter);
    }

    /// <summary>A schema whose acceptance is counted.</summary>
    public void Count(JsonValue schema, int counter)
    {
        if (_asked.TryGetValue(schema, out var known) && known.Counter != NoCounter)
            compiler.Give("one 'contains' that two lists count by");
        _asked[schema] = (known.Owners, counter);
    }

    /// <summary>What is asked, or null where that is nothing that the shape does not see to by itself.</summary>
    /// <param name="shape">The shape that takes the member or item too, or null.</param>
    /// <param name="mayBeNull">Null is taken beside what fits the shape.</param>
    public ChildCheck? Make(CompiledShape? shape, bool mayBeNull)
    {
        if (_asked.Count > 64)
            compiler.Give("more than 64 schemas that look at the same value");
        if (_asked.Count == 0 || compiler.Obstacle is not null)
            return null;
        JsonValue[] schemas = [.. _asked.Keys.OrderBy(compiler.NumberOf)];
        var counts = _asked.Values.Any(asked => asked.Counter != NoCounter);
        if (compiler.Of(schemas, shape, mayBeNull, keep: counts) is not { } check)
            return null;
        return new ChildCheck(
            check,
            [.. schemas.Select(schema => _asked[schema].Owners)],
            counts ? [.. schemas.Select(schema => _asked[schema].Counter)] : null);
    }
}
