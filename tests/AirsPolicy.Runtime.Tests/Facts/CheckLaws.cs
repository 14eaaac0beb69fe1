using System.Text;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Schemas;
using AirsPolicy.Runtime.Tests.Schemas;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Facts;

/// <summary>
/// What asks a schema while facts are read says what the plain validator says, with which it shares nothing but formats and the engine of
/// patterns.
/// </summary>
[Trait("Length", "long")]
public class CheckLaws
{
    private const int Schemas = 4_000;
    private const int Values = 25;

    // Zero can be written with an exponent beyond what the plain validator reads.
    private static readonly SchemaVerdictKind[] s_accepting = [SchemaVerdictKind.Fits, SchemaVerdictKind.OverLimit];

    private readonly FactReader _reader = new();
    private readonly FactFrame _frame = new();
    private int _asked;
    private int _fitting;
    private int _refused;

    [Fact]
    public void Any_value_is_taken_in_the_pass_and_by_the_plain_validator_or_by_neither()
    {
        Check.One(Laws.Config.WithMaxTest(Schemas), Prop.ForAll(Seeds(), seed =>
        {
            var draws = new RandomSchemas(new Random(seed));
            var schema = draws.Schema();
            if (Prepare(schema) is not { } asked)
                return;
            for (var i = 0; i < Values; i++)
                Agree(asked, schema, draws.Value());
        }));
        Assert.True(_asked > Schemas / 2, $"{_asked} schemas were asked in the pass.");
        Assert.True(_fitting * 20 > _refused && _refused * 20 > _fitting, $"{_fitting} values fit and {_refused} do not.");
    }

    [Fact]
    public void No_bytes_make_reading_throw_or_take_what_the_plain_validator_refuses() =>
        Check.One(Laws.Config.WithMaxTest(Schemas), Prop.ForAll(Seeds(), seed =>
        {
            var random = new Random(seed);
            var draws = new RandomSchemas(random);
            if (Prepare(draws.Schema()) is not { } asked)
                return;
            for (var i = 0; i < Values; i++)
            {
                var value = Encoding.UTF8.GetBytes(draws.Value());
                for (var cuts = random.Next(1, 4); cuts > 0 && value.Length > 0; cuts--)
                    value[random.Next(value.Length)] = "{}[]\",:\\u0123eE.-tfn \u00ff"u8[random.Next(20)];
                if (_reader.Read(asked.Layout, [.. "{\"value\":"u8, .. value, .. "}"u8], _frame) is null)
                    Assert.Contains(Plain(asked.Schema, value, _frame), s_accepting);
            }
        }));

    // What stands in the frame is what was read: a byte that closes the value early makes another of it.
    private static SchemaVerdictKind Plain(JsonSchema schema, byte[] value, FactFrame frame) =>
        frame.Has(1) ? schema.Validate(Encoding.UTF8.GetBytes(frame.Chars(frame.Long(1)).ToString())).Kind : schema.Validate(value).Kind;

    private void Agree((CompiledLayout Layout, JsonSchema Schema) asked, string schema, string value)
    {
        var plain = asked.Schema.Validate(Encoding.UTF8.GetBytes(value));
        var read = _reader.Read(asked.Layout, Encoding.UTF8.GetBytes($"{{\"value\":{value}}}"), _frame);
        Assert.True(
            (plain.Kind == SchemaVerdictKind.Fits) == (read is null),
            $"{schema}\n{value}\nThe plain validator: {(plain.Kind == SchemaVerdictKind.Fits ? "fits" : plain.Detail)} The pass: {read?.Detail ?? "fits"}"
        );
        _fitting += read is null ? 1 : 0;
        _refused += read is null ? 0 : 1;
    }

    private (CompiledLayout Layout, JsonSchema Schema)? Prepare(string schema)
    {
        var constraint = new SchemaConstraint(schema, [], Carried: false, AssertFormats: true);
        if (constraint.Compile().Schema is not { } compiled)
            return null;
        // Strict, so that null is a value.
        var facts = new RecordShape(
            [new ShapeMember("value", "value", new AnyShape { Constraint = constraint }, Optional: true)],
            Strict: true);
        var layout = CompiledLayout.Of(new PointLayout("input", facts, [], []));
        if (layout.Root.Members[0].Shape.Check is null)
            return null;
        _asked++;
        return (layout, compiled);
    }

    private static Arbitrary<int> Seeds() => Gen.Choose(0, int.MaxValue - 1).ToArbitrary();
}
