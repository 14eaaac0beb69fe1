using System.Diagnostics.CodeAnalysis;
using System.Text;
using AirsPolicy.Runtime.Facts.Checks;
using AirsPolicy.Runtime.Facts.Checks.Compiling;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Schemas;
using AirsPolicy.Text.Patterns;
using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Runtime.Facts.Layout;

/// <summary>
/// A <see cref="Shapes.Shape"/> made ready to read, fill and write its values: names as UTF-8, slots of members worked out, bounds at
/// hand. Made once, immutable, for any number of threads.
/// </summary>
public sealed partial class CompiledShape
{
    private CompiledShape(Shape shape, ShapeKind kind)
    {
        Shape = shape;
        Kind = kind;
        Width = SlotLayout.Width(shape);
        Expected = Expectation.Of(shape);
    }

    /// <summary>What the values are.</summary>
    public Shape Shape { get; }

    internal ShapeKind Kind { get; }

    /// <summary>How many slots a value takes in place.</summary>
    internal int Width { get; }

    /// <summary>What fits, as a noun phrase for messages.</summary>
    internal string Expected { get; }

    /// <summary>The bounds of an int, or of the scalars of a text or the items of a list.</summary>
    internal long Minimum { get; private init; }

    internal long Maximum { get; private init; } = long.MaxValue;

    /// <summary>The members of a record by wire name, in the order of their slots.</summary>
    internal NameTable Names { get; private init; } = s_noNames;

    internal CompiledMember[] Members { get; private init; } = [];

    /// <summary>Unlisted members of a record are passed over.</summary>
    internal bool Open { get; private init; }

    /// <summary>Members of a record that are not optional have to be there, and null is no absence.</summary>
    internal bool Strict { get; private init; }

    /// <summary>The JSON Schema that the value has to fit beside the shape, or null where the shape says all.</summary>
    internal JsonSchema? Schema { get; private set; }

    /// <summary>
    /// What is asked of the value for that schema while it is read; null where the schema itself is asked once it has been.
    /// </summary>
    internal ValueCheck? Check { get; private set; }

    /// <summary>What of the schema cannot be asked while the value is read, or null.</summary>
    internal string? Obstacle { get; private set; }

    /// <summary>
    /// Some value in it has a schema to be asked or lies in a strict record, which filling from .NET has to look at in the end.
    /// </summary>
    internal bool IsHeld { get; private set; }

    /// <summary>What each item of a list is, or what a restricted value has in common.</summary>
    internal CompiledShape? Inner { get; private init; }

    /// <summary>The items of a list add slots beyond their own, so that their count must be known before they are read.</summary>
    internal bool HasLists { get; private init; }

    /// <summary>The values of a restricted shape as canonical JSON.</summary>
    internal byte[][] Allowed { get; private init; } = [];

    /// <summary>The pattern that a text matches somewhere, or null.</summary>
    internal PatternTest? Pattern { get; private init; }

    /// <summary>The members of a record in the order of canonical JSON.</summary>
    internal int[] CanonicalOrder { get; private init; } = [];

    private static readonly NameTable s_noNames = new([]);

    /// <summary>Makes a shape ready.</summary>
    /// <exception cref="ArgumentException">A pattern in it cannot be read; the compiler has checked those it lets through.</exception>
    public static CompiledShape Of([NotNull] Shape shape)
    {
        var compiled = OfKind(shape);
        if (shape.Constraint is { Carried: false } constraint)
        {
            var compilation = constraint.Compile();
            compiled.Schema =
                compilation.Schema
                ?? throw new ArgumentException($"The JSON Schema of a shape cannot be used: {compilation.Error!.Detail}", nameof(shape));
            compiled.Check = CheckCompiler.Compile(compiled.Schema, compiled, out var obstacle);
            compiled.Obstacle = obstacle;
        }
        compiled.IsHeld =
            compiled.Schema is not null
            || compiled.Strict
            || compiled.Inner is { IsHeld: true }
            || Array.Exists(compiled.Members, member => member.Shape.IsHeld);
        return compiled;
    }

    private static CompiledShape OfKind(Shape shape) => shape switch
    {
        BoolShape => new(shape, ShapeKind.Bool),
        IntShape i => new(shape, ShapeKind.Int) { Minimum = i.Minimum, Maximum = i.Maximum },
        DecimalShape => new(shape, ShapeKind.Decimal),
        ShareShape => new(shape, ShapeKind.Share),
        MoneyShape => new(shape, ShapeKind.Money),
        DurationShape => new(shape, ShapeKind.Duration),
        InstantShape => new(shape, ShapeKind.Instant),
        DateShape => new(shape, ShapeKind.Date),
        SizeShape => new(shape, ShapeKind.Size),
        TextShape t => new(shape, ShapeKind.Text) { Minimum = t.MinLength, Maximum = t.MaxLength ?? long.MaxValue, Pattern = PatternOf(t) },
        EnumShape e => new(shape, ShapeKind.Enum) { Names = new NameTable(e.Names) },
        ListShape l => OfList(l),
        RecordShape r => OfRecord(r),
        AnyShape => new(shape, ShapeKind.Any),
        RestrictedShape r => OfRestricted(r),
        _ => throw new ArgumentException($"'{shape.GetType().Name}' is no shape of the language.", nameof(shape)),
    };

    private static PatternTest? PatternOf(TextShape text)
    {
        if (text.Pattern is null)
            return null;
        var parse = PatternParser.Parse(text.Pattern, PatternOptions.EcmaScript);
        return parse.Tree is { } tree
            ? new PatternTest(Text.Patterns.Pattern.Compile(tree))
            : throw new ArgumentException(
                $"The pattern '{text.Pattern}' of a shape cannot be read: {parse.Errors[0].Message}",
                nameof(text));
    }

    private static CompiledShape OfList(ListShape list)
    {
        var element = Of(list.Element);
        return new(list, ShapeKind.List)
        {
            Minimum = list.MinItems,
            Maximum = list.MaxItems,
            Inner = element,
            HasLists = true,
        };
    }

    private static CompiledShape OfRestricted(RestrictedShape restricted)
    {
        var inner = Of(restricted.Inner);
        return new(restricted, ShapeKind.Restricted)
        {
            Inner = inner,
            Allowed = [.. restricted.Values.Select(Encoding.UTF8.GetBytes)],
            HasLists = inner.HasLists,
        };
    }

    private static CompiledShape OfRecord(RecordShape record)
    {
        var members = new CompiledMember[record.Members.Count];
        var offset = 1;
        for (var i = 0; i < members.Length; i++)
        {
            var member = record.Members[i];
            members[i] = new CompiledMember(member, Of(member.Shape), offset);
            offset += members[i].Shape.Width;
        }
        return new(record, ShapeKind.Record)
        {
            Names = new NameTable(record.Members.Select(m => m.WireName)),
            Members = members,
            Open = record.Open,
            Strict = record.Strict,
            HasLists = members.Any(m => m.Shape.HasLists),
            CanonicalOrder = [.. Enumerable.Range(0, members.Length).OrderBy(i => record.Members[i].WireName, StringComparer.Ordinal)],
        };
    }
}
