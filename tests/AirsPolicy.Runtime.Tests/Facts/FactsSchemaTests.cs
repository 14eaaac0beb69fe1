using System.Text.Json;
using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Runtime.Tests.Facts;

public class FactsSchemaTests
{
    [Fact]
    public void The_schema_lists_every_fact_with_its_type()
    {
        using var schema = JsonDocument.Parse(FactsSchema.Write(SampleLayouts.Every));
        var root = schema.RootElement;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", root.GetProperty("$schema").GetString());
        Assert.Equal(
            SampleLayouts.Every.Facts.Members.Select(m => m.WireName),
            root.GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.False(root.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal(
            "money GBP",
            root.GetProperty("properties").GetProperty("cost").GetProperty("anyOf")[0].GetProperty("x-airs").GetString());
        Assert.Equal(
            "[1,3]",
            root.GetProperty("properties")
                .GetProperty("level")
                .GetProperty("anyOf")[0]
                .GetProperty("enum")
                .GetRawText()
                .Replace("\n", "", StringComparison.Ordinal)
                .Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal(
            "^[a-z]+\\d?$",
            root.GetProperty("properties").GetProperty("code").GetProperty("anyOf")[0].GetProperty("pattern").GetString());
    }

    [Fact]
    public void A_point_with_tools_has_one_branch_a_tool()
    {
        using var schema = JsonDocument.Parse(FactsSchema.Write(SampleLayouts.Tool));
        var branches = schema.RootElement.GetProperty("oneOf").EnumerateArray().ToArray();
        Assert.Equal(
            ["refund", "web-search"],
            branches.Select(b => b.GetProperty("properties").GetProperty("tool").GetProperty("const").GetString()));
        Assert.Equal(["tool", "first_use", "args", "result"], branches[1].GetProperty("properties").EnumerateObject().Select(p => p.Name));
        Assert.Equal("tool", branches[0].GetProperty("required")[0].GetString());
    }
}
