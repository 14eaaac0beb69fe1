using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>Reads what schemas ask of a list.</summary>
/// <param name="shape">The shape that takes it too, or null.</param>
internal sealed class ListChecks(CheckCompiler compiler, SchemaParts parts, CompiledShape? shape)
{
    private const int MaxFirst = 256;

    private readonly SchemaPart[] _containing = [.. parts.All.Where(part => part["contains"] is not null)];

    /// <summary>What is asked, or null where that is nothing.</summary>
    public ListCheck? Make()
    {
        var first = parts.All.Max(part => part.List("prefixItems").Length);
        if (first > MaxFirst)
            compiler.Give($"'prefixItems' with more than {MaxFirst} schemas");
        if (_containing.Length > Counters.Size)
            compiler.Give($"more than {Counters.Size} 'contains' about one list");
        if (compiler.Obstacle is not null)
            return null;
        var known = new KnownShape(shape, mayBeNull: false);
        var check = new ListCheck(
            [.. Enumerable.Range(0, first).Select(ItemAt)],
            ItemAt(int.MaxValue),
            [.. parts.All.Select(part => new CountTest(part.Bit, part.Count("minItems", 0), part.Count("maxItems", int.MaxValue)))
                .Where(test => (test.Least > 0 || test.Most < int.MaxValue) && !known.HasItems(test.Least, test.Most))],
            [.. _containing.Select(part => new CountTest(part.Bit, part.Count("minContains", 1), part.Count("maxContains", int.MaxValue)))],
            parts.All.Where(part => part["uniqueItems"] is { IsTrue: true }).Aggregate(0UL, (bits, part) => bits | part.Bit));
        return check.Parts == 0 ? null : check;
    }

    private ChildCheck? ItemAt(int index)
    {
        var asked = new AskedSchemas(compiler);
        foreach (var part in parts.All)
        {
            var first = part.List("prefixItems");
            asked.Add(index < first.Length ? first[index] : part.OtherItems, part);
        }
        for (var i = 0; i < _containing.Length; i++)
            asked.Count(_containing[i]["contains"]!, i);
        return asked.Make(shape?.Inner, mayBeNull: false);
    }
}
