using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Tests.Semantics;

public class GivenFactTests
{
    private static readonly Dictionary<string, string> s_files = new()
    {
        ["order.json"] =
            """{ "type": "object", "properties": { "order-id": { "type": "string" }, "lines": { "type": "array", "items": { "type": "object", "properties": { "unit price": { "type": "integer" } } } } } }""",
    };

    [Fact]
    public void A_member_that_is_no_bare_name_is_given_in_quotes() =>
        Assert.Equal(
            """{"order-id":"o1","lines":[{"unit price":5}]}""",
            Args("""{ "order-id": "o1", lines: [{ "unit price": 5 }] }"""));

    [Fact]
    public void A_member_may_be_given_by_its_name_on_the_wire() => Assert.Equal("""{"lines":[]}""", Args("""{ "lines": [] }"""));

    [Theory]
    [InlineData("""{ "order-id": "o1", "order-id": "o2" }""", "AIRS3004")]
    [InlineData("""{ lines: [], "lines": [] }""", "AIRS3004")]
    [InlineData("""{ "order_id": "o1" }""", "AIRS7004")]
    public void A_member_is_given_once_and_is_one_of_the_record(string args, string code) =>
        Assert.Equal(code, Binding.Single(Binding.Of(s_files, Policy(args))).Code);

    [Fact]
    public void An_unknown_member_in_quotes_is_answered_in_quotes() =>
        Assert.Contains(
            "did you mean '\"order-id\"'",
            Binding.Single(Binding.Of(s_files, Policy("""{ "order-i": "o1" }"""))).Message,
            StringComparison.Ordinal);

    private static string Args(string args)
    {
        var analysis = Binding.Of(s_files, Policy(args));
        Assert.Empty(analysis.Diagnostics.Select(d => d.ToString()));
        var given = Assert.IsType<GivenStep>(analysis.Model!.Tests[0].Steps[0]);
        using var facts = System.Text.Json.JsonDocument.Parse(given.Facts);
        return facts.RootElement.GetProperty("args").GetRawText();
    }

    private static string Policy(string args) => Binding.Policy(
        "tool buy { args schema \"order.json\" }", $"test \"t\" {{ given tool_call of buy {{ args: {args} }}  expect allow }}");
}
