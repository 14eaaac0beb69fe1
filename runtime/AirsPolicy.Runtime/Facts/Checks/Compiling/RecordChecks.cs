using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>Reads what schemas ask of a record.</summary>
/// <param name="shape">The shape that takes it too, or null.</param>
internal sealed class RecordChecks(CheckCompiler compiler, SchemaParts parts, CompiledShape? shape)
{
    // There is a way to ask for every set of patterns that a name can have matches of.
    private const int MaxPatterns = 6;

    private readonly string[] _patterns =
    [
        .. parts.All.SelectMany(part => part.Members("patternProperties")).Select(member => member.Name).Distinct(StringComparer.Ordinal),
    ];

    /// <summary>What is asked, or null where that is nothing.</summary>
    public RecordCheck? Make()
    {
        if (_patterns.Length > MaxPatterns)
            compiler.Give($"more than {MaxPatterns} patterns of 'patternProperties' about one record");
        if (compiler.Obstacle is not null)
            return null;
        RecordTest[] tests = [.. parts.All.SelectMany(Tests)];
        string[] names =
        [
            .. (shape?.Members.Select(member => member.Member.WireName) ?? [])
                .Concat(parts.Names)
                .Concat(parts.All.SelectMany(part => part.Members("properties")).Select(member => member.Name))
                .Distinct(StringComparer.Ordinal),
        ];
        MemberCheck[] members = [.. names.Select((name, index) => Member(name, index))];
        var check = new RecordCheck(new NameTable(names), members, shape is { Open: false } ? null : Others(), tests);
        // What depends on a member has to hear of it, also where it says nothing about the record by itself.
        return check.Parts == 0 && !parts.Names.Any() ? null : check;
    }

    private IEnumerable<RecordTest> Tests(SchemaPart part)
    {
        var needed = Bits(part["required"]);
        if (needed != 0)
            yield return new RecordTest(part.Bit, 0, needed);
        foreach (var (name, others) in part.Members("dependentRequired"))
        {
            if (Bits(others) is var bits and not 0)
                yield return new RecordTest(part.Bit, parts.BitOf(name), bits);
        }
        var (least, most) = (part.Count("minProperties", 0), part.Count("maxProperties", int.MaxValue));
        var sure = shape is { Strict: true } ? shape.Members.Count(member => !member.Member.Optional) : 0;
        var possible = shape is { Open: false } ? shape.Members.Length : int.MaxValue;
        if (least > sure || most < possible)
            yield return new RecordTest(part.Bit, 0, 0, least, most);
    }

    private ulong Bits(JsonValue? names) =>
        names?.Items.Where(name => !IsSure(name.Text)).Aggregate(0UL, (bits, name) => bits | parts.BitOf(name.Text)) ?? 0;

    // A strict shape refuses records without it.
    private bool IsSure(string name) =>
        shape is { Strict: true } && Array.Exists(shape.Members, member => !member.Member.Optional && member.Member.WireName == name);

    private MemberCheck Member(string name, int index)
    {
        var inShape = index < (shape?.Members.Length ?? 0) ? shape!.Members[index].Shape : null;
        var refused = parts
            .All.Where(part => part["propertyNames"] is { } names && RefusesName(names, name))
            .Aggregate(0UL, (bits, part) => bits | part.Bit);
        var child = Value(
            part => part["properties"]?[name],
            pattern => compiler.Pattern(pattern).IsMatch(name, compiler.Scratch.Patterns),
            inShape);
        return new MemberCheck(parts.KnownBitOf(name), refused, child);
    }

    private ChildCheck? Value(Func<SchemaPart, JsonValue?> listed, Func<string, bool> matches, CompiledShape? inShape)
    {
        var asked = new AskedSchemas(compiler);
        foreach (var part in parts.All)
        {
            var own = listed(part);
            asked.Add(own, part);
            var isOther = own is null;
            foreach (var (pattern, schema) in part.Members("patternProperties"))
            {
                if (!matches(pattern))
                    continue;
                asked.Add(schema, part);
                isOther = false;
            }
            if (isOther)
                asked.Add(part.OtherMembers, part);
        }
        return asked.Make(inShape, mayBeNull: shape is { Strict: false });
    }

    private bool RefusesName(JsonValue schema, string name) =>
        !compiler.SaysNothing(schema)
        && compiler.Of([schema], null, mayBeNull: false) is { } check
        && compiler.Obstacle is null
        && check.OfText(name, compiler.Scratch) != 0;

    private OtherNamesCheck? Others()
    {
        MemberCheck[] byMatches =
        [
            .. Enumerable
                .Range(0, 1 << _patterns.Length)
                .Select(matches =>
                    Value(_ => null, pattern => (matches >> Array.IndexOf(_patterns, pattern) & 1) != 0, null) is { } child
                        ? new MemberCheck(0, 0, child)
                        : MemberCheck.Nothing),
        ];
        var names = new AskedSchemas(compiler);
        foreach (var part in parts.All)
            names.Add(part["propertyNames"], part);
        var name = names.Make(null, mayBeNull: false);
        return name is null && Array.TrueForAll(byMatches, member => member == MemberCheck.Nothing)
            ? null
            : new OtherNamesCheck([.. _patterns.Select(compiler.Pattern)], byMatches, name);
    }
}
