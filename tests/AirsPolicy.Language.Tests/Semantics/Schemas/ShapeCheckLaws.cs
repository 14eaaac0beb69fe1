using System.Text;
using AirsPolicy.Language.Semantics.Schemas;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Schemas;
using AirsPolicy.Runtime.Tests.Schemas;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Language.Tests.Semantics.Schemas;

/// <summary>
/// What is left to ask beside a shape, and the shape, together refuse what the schema refuses, and so does the schema of facts that is
/// published. A shape may refuse more; what is asked may not.
/// </summary>
[Trait("Length", "long")]
public class ShapeCheckLaws
{
    private const int Schemas = 4_000;
    private const int Values = 25;

    private static readonly SchemaReadingOptions s_options = SchemaReadingOptions.Language with { RefuseSlips = false };

    private readonly FactReader _reader = new();
    private readonly FactFrame _frame = new();
    private int _typed;
    private int _taken;
    private int _refused;

    [Fact]
    public void What_is_read_fits_the_schema_and_what_is_refused_for_the_schema_does_not()
    {
        Check.One(
            Laws.Config.WithMaxTest(Schemas),
            Prop.ForAll(
                Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
                seed =>
                {
                    var draws = new RandomSchemas(new System.Random(seed));
                    var schema = draws.Schema();
                    if (SchemaReader.Read(schema, "drawn.json", s_options).Shape is not { } shape)
                        return;
                    var plain = shape.Constraint!.Compile().Schema!;
                    var facts = new RecordShape([new ShapeMember("value", "value", shape, Optional: true)]);
                    var layout = CompiledLayout.Of(new PointLayout("input", facts, [], []));
                    var published = JsonSchema.Compile(
                        Encoding.UTF8.GetBytes(FactsSchema.Write(layout.Layout)),
                        options: new SchemaOptions { AssertFormats = true });
                    Assert.Null(published.Error?.Detail);
                    _typed += shape is AnyShape || shape.Constraint.Carried ? 0 : 1;
                    for (var i = 0; i < Values; i++)
                        Agree(layout, plain, published.Schema!, schema, draws.Value());
                }
            ));
        Assert.True(_typed > Schemas / 20, $"{_typed} schemas had a shape and something to ask beside it.");
        Assert.True(_taken * 20 > _refused, $"{_taken} values were read and {_refused} refused.");
    }

    private void Agree(CompiledLayout layout, JsonSchema plain, JsonSchema published, string schema, string value)
    {
        // Of a fact null is absence, and no schema is asked.
        if (value == "null")
            return;
        var verdict = plain.Validate(Encoding.UTF8.GetBytes(value));
        var read = _reader.Read(layout, Encoding.UTF8.GetBytes($"{{\"value\":{value}}}"), _frame);
        var isForSchema =
            read is not null
            && (
                read.Detail.Contains(", as '", StringComparison.Ordinal)
                || read.Detail.Contains("does not fit its JSON Schema", StringComparison.Ordinal));
        Assert.False(
            read is null && verdict.Kind != SchemaVerdictKind.Fits,
            $"{schema}\n{value}\nis read, and the plain validator says: {verdict.Detail}");
        Assert.False(isForSchema && verdict.Kind == SchemaVerdictKind.Fits, $"{schema}\n{value}\nfits, and reading says: {read?.Detail}");
        var sent = published.Validate(Encoding.UTF8.GetBytes($"{{\"value\":{value}}}"));
        Assert.False(
            read is null && sent.Kind != SchemaVerdictKind.Fits,
            $"{schema}\n{value}\nis read, and the published schema says: {sent.Detail}");
        Assert.False(
            verdict.Kind != SchemaVerdictKind.Fits && sent.Kind == SchemaVerdictKind.Fits,
            $"{schema}\n{value}\nfits the published schema, and the plain validator says: {verdict.Detail}");
        _taken += read is null ? 1 : 0;
        _refused += read is null ? 0 : 1;
    }
}
