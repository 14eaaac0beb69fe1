using AirsPolicy.Runtime.Numbers;
using AirsPolicy.Runtime.Schemas.Formats;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Facts.Checks.Compiling;

/// <summary>Reads what schemas ask of a value itself: its kind, its text, its number, and which values it may be.</summary>
internal sealed class ScalarTests(CheckCompiler compiler, SchemaParts parts, KnownShape shape)
{
    private static readonly CheckedKind[] s_kinds = Enum.GetValues<CheckedKind>();

    private readonly ulong[] _byKind = new ulong[s_kinds.Length];
    private readonly List<TextTest> _texts = [];
    private readonly List<NumberTest> _numbers = [];
    private readonly List<CompositeListTest> _composites = [];

    /// <summary>The check, complete but for what is asked of members and items.</summary>
    public ValueCheck Make()
    {
        foreach (var part in parts.All)
        {
            RefuseKinds(part, kind => part.RefusesAll || (part["type"] is { } type && !IsOf(type, kind)));
            ReadTexts(part);
            ReadNumbers(part);
            if (part["enum"] is { } list)
                ReadValues(part, list.Items);
            if (part["const"] is { } one)
                ReadValues(part, [one]);
        }
        return new ValueCheck(parts.Asked, _byKind, [.. _texts], [.. _numbers], [.. _composites], [.. parts.Combinations]);
    }

    private void RefuseKinds(SchemaPart part, Func<CheckedKind, bool> refuses)
    {
        foreach (var kind in s_kinds)
            _byKind[(int)kind] |= refuses(kind) ? part.Bit : 0;
    }

    private static bool IsOf(JsonValue type, CheckedKind kind) =>
        (type.Kind == JsonKind.List ? type.Items : [type]).Any(wanted =>
            wanted.Text switch
            {
                "null" => kind == CheckedKind.Null,
                "boolean" => kind is CheckedKind.False or CheckedKind.True,
                "integer" => kind == CheckedKind.Integer,
                "number" => kind is CheckedKind.Integer or CheckedKind.Fraction,
                "string" => kind == CheckedKind.Text,
                "array" => kind == CheckedKind.List,
                _ => kind == CheckedKind.Record,
            }
        );

    private void ReadTexts(SchemaPart part)
    {
        var (least, most) = (part.Count("minLength", 0), part.Count("maxLength", int.MaxValue));
        if ((least > 0 || most < int.MaxValue) && !shape.HasLength(least, most))
            _texts.Add(new LengthTest(part.Bit, least, most));
        if (part["pattern"] is { } pattern && !shape.HasMatch(pattern.Text))
            _texts.Add(new MatchTest(part.Bit, compiler.Pattern(pattern.Text)));
        if (part["format"] is not { } format || !compiler.AssertsFormats(part.Source))
            return;
        if (format.Text == TextFormats.Regex)
            compiler.Give("'format' with 'regex', which reads a pattern and takes memory for it");
        else if (TextFormats.Find(format.Text) is { } test)
            _texts.Add(new FormatTest(part.Bit, test));
    }

    private void ReadNumbers(SchemaPart part)
    {
        ReadBound(part, "minimum", 1, excluded: false);
        ReadBound(part, "exclusiveMinimum", 1, excluded: true);
        ReadBound(part, "maximum", -1, excluded: false);
        ReadBound(part, "exclusiveMaximum", -1, excluded: true);
        if (part["multipleOf"] is not { } divisor)
            return;
        if (divisor.Number.Coefficient <= ulong.MaxValue && CheckNumbers.TryExact(divisor.Number, out _))
            _numbers.Add(new MultipleTest(part.Bit, (ulong)divisor.Number.Coefficient, divisor.Number.Exponent));
        else
            compiler.Give("'multipleOf' with a number of more digits than 64 bits hold");
    }

    private void ReadBound(SchemaPart part, string keyword, int sign, bool excluded)
    {
        if (part[keyword] is not { } value)
            return;
        if (!CheckNumbers.TryExact(value.Number, out var bound))
            compiler.Give($"'{keyword}' with a number that no fact can be, of more than 28 digits or beyond 1e308");
        else if (!shape.KeepsTo(bound, sign, excluded))
            _numbers.Add(new BoundTest(part.Bit, bound, sign, excluded));
    }

    // A number that no fact can be is none that fits.
    private void ReadValues(SchemaPart part, JsonValue[] values)
    {
        var texts = values.Where(value => value.Kind == JsonKind.Text).Select(value => value.Text).ToList();
        var numbers = new List<ExactNumber>();
        foreach (var value in values.Where(value => value.Kind == JsonKind.Number))
        {
            if (CheckNumbers.TryExact(value.Number, out var number))
                numbers.Add(number);
        }
        var composites = values
            .Where(value => value.Kind is JsonKind.List or JsonKind.Record)
            .Select(CanonicalValues.Of)
            .OfType<byte[]>()
            .ToArray();
        RefuseKinds(
            part,
            kind =>
                kind switch
                {
                    CheckedKind.Null => !Array.Exists(values, value => value.Kind == JsonKind.Null),
                    CheckedKind.False or CheckedKind.True => !Array.Exists(
                        values,
                        value => value.Kind == JsonKind.Boolean && value.IsTrue == (kind == CheckedKind.True)),
                    CheckedKind.Text => texts.Count == 0,
                    CheckedKind.Integer or CheckedKind.Fraction => numbers.Count == 0,
                    _ => composites.Length == 0,
                }
        );
        if (texts.Count > 0)
            _texts.Add(new TextListTest(part.Bit, texts));
        if (numbers.Count > 0)
            _numbers.Add(new NumberListTest(part.Bit, numbers));
        if (composites.Length > 0)
            _composites.Add(new CompositeListTest(part.Bit, composites));
    }
}
