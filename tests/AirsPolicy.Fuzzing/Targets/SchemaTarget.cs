using System.Text;
using AirsPolicy.Language.Semantics.Schemas;

namespace AirsPolicy.Fuzzing.Targets;

/// <summary>JSON Schemas, read as those of a package are.</summary>
internal sealed class SchemaTarget : IFuzzTarget
{
    public string Name => "schema";

    public IEnumerable<byte[]> Seeds() =>
        Repository
            .Files("policies/examples", ".json")
            .Concat(
                new[]
                {
                    """{"type":"object","properties":{"a":{"type":"string","pattern":"^[a-z]+$","format":"email"},"b":{"$ref":"#/$defs/n"}},"required":["a"],"$defs":{"n":{"type":"number","multipleOf":0.01}}}""",
                    """{"oneOf":[{"const":1},{"enum":["x",null,{}]}],"if":{"minLength":2},"then":{"maxItems":3},"else":false,"unevaluatedProperties":false}""",
                    """{"$id":"https://example.org/s","$dynamicAnchor":"d","items":{"$dynamicRef":"#d"},"prefixItems":[true],"dependentSchemas":{"a":{"minProperties":1}},"contains":{},"minContains":0}""",
                }.Select(Encoding.UTF8.GetBytes)
            );

    public void Read(byte[] input)
    {
        var text = Encoding.UTF8.GetString(input);
        var reading = SchemaReader.Read(text, "fuzzed.json");
        if (reading.Shape is null && reading.Diagnostics.IsEmpty)
            throw new BrokenPromiseException("A schema is refused without a word.");
    }
}
