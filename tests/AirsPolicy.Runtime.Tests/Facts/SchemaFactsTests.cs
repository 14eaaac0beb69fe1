using System.Text;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Facts.Writing;

namespace AirsPolicy.Runtime.Tests.Facts;

public class SchemaFactsTests
{
    private const string Schema = """
        { "type": "object", "required": ["amount"],
          "properties": { "amount": { "type": "integer", "multipleOf": 5 }, "day": { "type": "string", "format": "date" } } }
        """;

    private static readonly RecordShape s_asked = new(
        [new("amount", "amount", IntShape.Instance), new("day", "day", TextShape.Instance, Optional: true)], Open: true, Strict: true)
    {
        Constraint = new SchemaConstraint(Schema, [], Carried: false, AssertFormats: true),
    };

    private static readonly RecordShape s_carried = s_asked with { Constraint = s_asked.Constraint! with { Carried = true } };

    [Theory]
    [InlineData("""{ "order": { "amount": 10, "day": "2027-01-31" } }""", null)]
    [InlineData("""{ "order": null }""", null)]
    [InlineData(
        """{ "order": { "amount": 11 } }""",
        "'/order/amount' is a number that is no multiple, as '#/properties/amount/multipleOf' says."
    )]
    [InlineData("""{ "order": { "amount": 10, "day": "tomorrow" } }""", "'/order/day' is no date, as '#/properties/day/format' says.")]
    [InlineData("""{ "order": {} }""", "'/order' lacks its member 'amount'.")]
    [InlineData("""{ "order": { "amount": null } }""", "'/order/amount' is null, where an int fits.")]
    [InlineData("""{ "order": { "amount": 10, "day": null } }""", "'/order/day' is null, where a text fits.")]
    public void A_fact_that_does_not_fit_its_schema_is_refused(string json, string? detail)
    {
        var failure = new FactReader().Read(LayoutOf(s_asked), Encoding.UTF8.GetBytes(json), new FactFrame());
        Assert.Equal(detail, failure?.Detail);
        Assert.Equal(detail is null ? null : FailureKind.MisfitFact, failure?.Kind);
    }

    [Fact]
    public void A_schema_that_its_shape_carries_is_not_asked() =>
        Assert.Null(new FactReader().Read(LayoutOf(s_carried), """{ "order": { "amount": 11 } }"""u8, new FactFrame()));

    [Fact]
    public void Reading_what_a_shape_carries_allocates_nothing()
    {
        var reader = new FactReader();
        var frame = new FactFrame();
        var layout = LayoutOf(s_carried);
        var json = """{ "order": { "amount": 10, "day": "2027-01-31", "more": [1, { "a": null }] } }"""u8.ToArray();
        Assert.Equal(0, Allocated.Least(() => reader.Read(layout, json, frame)));
    }

    [Theory]
    [InlineData(10L, null)]
    [InlineData(11L, "'/order/amount' is a number that is no multiple, as '#/properties/amount/multipleOf' says.")]
    [InlineData(null, "'/order' lacks its member 'amount'.")]
    public void What_NET_fills_is_held_to_the_schema_in_the_end(long? amount, string? detail)
    {
        var writer = new FactWriter(LayoutOf(s_asked));
        writer.Begin(new FactFrame());
        if (amount is { } number)
            writer.Set(writer.Slot("order.amount"), number);
        else
            writer.SetRecord(writer.Slot("order"));
        Assert.Equal(detail, writer.Complete()?.Detail);
    }

    [Fact]
    public void Values_of_the_language_are_left_to_its_types()
    {
        var shape = new RecordShape([new("fee", "fee", new MoneyShape("GBP"))], Strict: true)
        {
            Constraint = new SchemaConstraint(
                """{ "minProperties": 1, "properties": { "fee": { "type": "number", "x-airs": "money GBP" } } }""",
                [],
                false,
                true),
        };
        Assert.Null(new FactReader().Read(LayoutOf(shape), """{ "order": { "fee": "1.50" } }"""u8, new FactFrame()));
        var writer = new FactWriter(LayoutOf(shape));
        writer.Begin(new FactFrame());
        writer.Set(writer.Slot("order.fee"), 1.50m, "GBP");
        Assert.Null(writer.Complete());
    }

    private static CompiledLayout LayoutOf(RecordShape order) =>
        CompiledLayout.Of(new PointLayout("input", new RecordShape([new("order", "order", order, Optional: true)]), [], []));
}
