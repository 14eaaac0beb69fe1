using System.Text;
using System.Text.Json;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Tests.Decisions;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Facts;

/// <summary>
/// The published schema says what the reader takes. Not drawn is what JSON Schema cannot say: members twice, halves of surrogate pairs,
/// numbers and texts over the limits, fractions of a byte or a tick in a text.
/// </summary>
public class FactsSchemaLaws
{
    private static readonly string[] s_values =
    [
        "true",
        "false",
        "null",
        "0",
        "1",
        "3",
        "3.0",
        "-5",
        "-6",
        "1e2",
        "1.5",
        "-12.50",
        "0.85",
        "0.1234567",
        "1.000001",
        "1000",
        "1000.01",
        "-1001",
        "1000000000001",
        "0.00000001",
        "-1",
        "99999999999999999999",
        "65536",
        "65536.0",
        "\"\"",
        "\"abc\"",
        "\"Abc\"",
        "\"abcdef\"",
        "\"😀😀😀😀😀\"",
        "\"low\"",
        "\"LOW\"",
        "\"high\"",
        "\"12.5\"",
        "\"-3e2\"",
        "\"01\"",
        "\"1 GBP\"",
        "\"1h30m\"",
        "\"1.5h\"",
        "\"30m1h\"",
        "\"1_000d\"",
        "\"-1h\"",
        "\"1h 30m\"",
        "\"5\"",
        "\"64KiB\"",
        "\"1.5MiB\"",
        "\"0B\"",
        "\"64kib\"",
        "\"2027-03-31\"",
        "\"2027-02-29\"",
        "\"2027-3-1\"",
        "\"2027-03-31T09:30:00.5+01:00\"",
        "\"2027-03-31T09:30:00Z\"",
        "\"2027-03-31t09:30:00z\"",
        "\"2027-03-31T09:30:00\"",
        "\"2027-03-31T25:30:00Z\"",
        "\"2027-02-30T09:30:00Z\"",
        """{"amount":1,"currency":"GBP"}""",
        """{"amount":"1.50","currency":"GBP"}""",
        """{"amount":1,"currency":"USD"}""",
        """{"amount":1}""",
        """{"amount":null,"currency":"GBP"}""",
        """{"amount":1,"currency":"GBP","x":1}""",
        "{}",
        "[]",
        "[1]",
        "[null]",
        """["a","b"]""",
        """["a","b","c","d","e"]""",
        """["a",1]""",
        "[[1],[],[2,3]]",
        "[[1],[1,\"x\"]]",
        """{"x":1}""",
        """{"x":null}""",
        """{"x":1,"z":1}""",
        """{"x":"1"}""",
        """{"extra":[{}],"id":"o1","lines":[]}""",
        """{"lines":[{"sku":"s","price":1,"tags":["t"]},{"sku":"s2","price":"2.5"}]}""",
        """{"lines":[{"sku":"s","more":1}]}""",
        """{"lines":[{"sku":null,"tags":null}]}""",
        """{"lines":[null]}""",
        """{"order-id":"o","amount":"5"}""",
        """{"order-id":"o","recipient":null}""",
        """{"query":"q"}""",
        """{"query":1}""",
        "\"refund\"",
        "\"web-search\"",
        "\"other\"",
    ];

    private readonly FactFrame _frame = new();
    private readonly FactReader _reader = new();
    private int _taken;
    private int _refused;
    private readonly List<string> _apart = [];

    [Fact]
    public void Every_value_at_every_fact_is_taken_by_the_reader_and_the_schema_or_by_neither()
    {
        var check = Check(SampleLayouts.Every);
        foreach (var member in SampleLayouts.Every.Facts.Members.Select(member => member.WireName).Append("nmae"))
        {
            foreach (var value in s_values)
                Agree(SampleLayouts.EveryCompiled, check, $"{{{JsonSerializer.Serialize(member)}:{value}}}");
        }
        AssertBoth();
    }

    [Fact]
    public void Facts_of_a_tool_are_taken_by_the_reader_and_the_schema_or_by_neither()
    {
        var check = Check(SampleLayouts.Tool);
        foreach (var tool in new[] { "\"refund\"", "\"web-search\"", "\"other\"", "1", "null" })
        {
            foreach (var value in s_values)
            {
                foreach (var member in new[] { "args", "result", "first_use" })
                    Agree(SampleLayouts.ToolCompiled, check, $"{{\"tool\":{tool},\"{member}\":{value}}}");
            }
        }
        Agree(SampleLayouts.ToolCompiled, check, "{}");
        AssertBoth();
    }

    [Fact]
    public void Random_facts_are_taken_by_the_reader_and_the_schema_or_by_neither()
    {
        var check = Check(SampleLayouts.Every);
        // Mostly values that fit where they stand, so that whole facts often do.
        var fitting = SampleLayouts.Every.Facts.Members.ToDictionary(
            member => member,
            member =>
                s_values
                    .Where(value => _reader.Read(SampleLayouts.EveryCompiled, Utf8($"{{\"{member.WireName}\":{value}}}"), _frame) is null)
                    .ToArray());
        var facts = from seeds in Gen.Choose(0, int.MaxValue) select Facts(new Random(seeds));
        string Facts(Random random) =>
            $"{{{string.Join(',', fitting
            .Where(_ => random.Next(3) == 0)
            .Select(fact => $"\"{fact.Key.WireName}\":{(random.Next(40) == 0 ? Pick(s_values, random) : Pick(fact.Value, random))}"))}}}";
        Prop.ForAll(facts.ToArbitrary(), json => Agree(SampleLayouts.EveryCompiled, check, json)).Check(Laws.Config.WithMaxTest(2_000));
        AssertBoth();
    }

    private static string Pick(string[] values, Random random) => values[random.Next(values.Length)];

    private static SchemaCheck Check(PointLayout layout) => new(JsonDocument.Parse(FactsSchema.Write(layout)).RootElement);

    private void Agree(CompiledLayout layout, SchemaCheck schema, string json)
    {
        var failure = _reader.Read(layout, Utf8(json), _frame);
        using var document = JsonDocument.Parse(json);
        var problem = schema.Find(document.RootElement);
        if (failure is null != problem is null)
            _apart.Add($"{json}: the reader says '{failure?.Detail ?? "fits"}', the schema '{problem ?? "fits"}'.");
        if (failure is null)
            _taken++;
        else
            _refused++;
    }

    // What is compared means something only if there is enough of both.
    private void AssertBoth()
    {
        Assert.True(_apart.Count == 0, string.Join('\n', _apart));
        Assert.True(_taken * 20 > _refused && _refused * 20 > _taken, $"{_taken} taken, {_refused} refused");
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
