using System.Text.Json.Nodes;
using AirsPolicy.Extensions.AI.Contents;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;

namespace AirsPolicy.Extensions.AI.Tests.Contents;

public sealed class JsonChangeTests
{
    [Theory]
    [InlineData("/args/to", """{"to":"****","copies":["ann","bob"],"a/b":{"~":"eve"}}""")]
    [InlineData("/args/copies/1", """{"to":"acme","copies":["ann","***"],"a/b":{"~":"eve"}}""")]
    [InlineData("/args/a~1b/~0", """{"to":"acme","copies":["ann","bob"],"a/b":{"~":"***"}}""")]
    [InlineData("/args/copies/2", null)]
    [InlineData("/args/copies", null)]
    [InlineData("/other/to", null)]
    public void A_text_is_hidden_where_it_stands_and_anything_else_is_no_change(string path, string? changed)
    {
        const string Whole = """{"to":"acme","copies":["ann","bob"],"a/b":{"~":"eve"}}""";
        var value = JsonNode.Parse(Whole)!.AsObject();
        var hidden = new Redaction(path, 0, path == "/args/to" ? 4 : 3, RedactionMethod.Mask, "name");
        var change = ContentChange.None with { Redactions = [hidden] };
        Assert.Equal(changed, JsonChange.Apply(value, "/args", change, new RedactionLabels("key"u8))?.ToJsonString());
        Assert.Equal(Whole, value.ToJsonString());
    }
}
