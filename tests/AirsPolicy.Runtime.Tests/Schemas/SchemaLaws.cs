using System.Text;
using AirsPolicy.Runtime.Schemas;
using FsCheck;
using FsCheck.Fluent;

namespace AirsPolicy.Runtime.Tests.Schemas;

public class SchemaLaws
{
    private static readonly string[] s_pieces =
    [
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"$ref\":",
        "\"$dynamicRef\":",
        "\"$id\":",
        "\"$anchor\":\"a\"",
        "\"$dynamicAnchor\":\"a\"",
        "\"$schema\":",
        "\"#\"",
        "\"#a\"",
        "\"#/$defs/a\"",
        "\"https://json-schema.org/draft/2020-12/schema\"",
        "\"$defs\":{\"a\":",
        "\"properties\":{\"a\":",
        "\"patternProperties\":{\"a|b\":",
        "\"additionalProperties\":",
        "\"items\":",
        "\"prefixItems\":[",
        "\"contains\":",
        "\"minContains\":",
        "\"anyOf\":[",
        "\"allOf\":[",
        "\"oneOf\":[",
        "\"not\":",
        "\"if\":",
        "\"then\":",
        "\"unevaluatedItems\":",
        "\"unevaluatedProperties\":",
        "\"type\":",
        "\"object\"",
        "\"integer\"",
        "\"enum\":[",
        "\"const\":",
        "\"pattern\":",
        "\"(a*)*b\"",
        "\"multipleOf\":",
        "\"maximum\":",
        "1",
        "0",
        "1.0",
        "1e9",
        "true",
        "false",
        "null",
        "\"a\"",
        "\"\\ud800\"",
        "\"required\":",
        "\"uniqueItems\":true",
        "\u0001",
    ];

    private static readonly Gen<string> s_noise = Gen.Elements(s_pieces).ListOf().Select(string.Concat);

    // Nested at random but well-formed, so that validation is reached.
    private static Gen<string> Schema(int size) =>
        size == 0
            ? Gen.Elements(
                "true",
                "false",
                "{}",
                "{\"type\":\"integer\"}",
                "{\"$ref\":\"#\"}",
                "{\"$dynamicRef\":\"#a\"}",
                "{\"const\":[1]}",
                "{\"minLength\":1}",
                "{\"required\":[\"a\"]}")
            : Gen.OneOf(
                Schema(0),
                Gen.Elements(
                        "not",
                        "items",
                        "contains",
                        "additionalProperties",
                        "propertyNames",
                        "unevaluatedItems",
                        "unevaluatedProperties",
                        "if",
                        "then",
                        "else")
                    .SelectMany(name => Schema(size - 1).Select(inner => $"{{\"{name}\":{inner}}}")),
                Gen.Elements("allOf", "anyOf", "oneOf", "prefixItems")
                    .SelectMany(name =>
                        Schema(size - 1)
                            .SelectMany(left =>
                                Schema(size - 1).Select(right => $"{{\"{name}\":[{left},{right}],\"unevaluatedProperties\":{right}}}"))),
                Schema(size - 1)
                    .SelectMany(left =>
                        Schema(size - 1).Select(right => $"{{\"properties\":{{\"a\":{left}}},\"patternProperties\":{{\"b\":{right}}}}}")));

    private static Gen<string> Value(int size) => size == 0
        ? Gen.Elements("1", "1.0", "\"a\"", "\"\"", "true", "null", "[]", "{}")
        : Gen.OneOf(
            Value(0),
            Value(size - 1).SelectMany(left => Value(size - 1).Select(right => $"[{left},{right}]")),
            Value(size - 1).SelectMany(left => Value(size - 1).Select(right => $"{{\"a\":{left},\"b\":{right}}}")));

    [Fact]
    public void No_schema_and_no_value_make_validation_throw() =>
        Check.One(Laws.Config, Prop.ForAll(
            Arb.From(Gen.OneOf(s_noise, Schema(3), Schema(3).Select(schema => $"{{\"$dynamicAnchor\":\"a\",\"allOf\":[{schema}]}}"))),
            Arb.From(Gen.OneOf(s_noise, Value(3))),
            (string schema, string value) =>
            {
                var compilation = JsonSchema.Compile(Encoding.UTF8.GetBytes(schema));
                Assert.NotEqual(compilation.Schema is null, compilation.Error is null);
                compilation.Schema?.Validate(Encoding.UTF8.GetBytes(value));
            }));

    [Fact]
    public void What_a_schema_refuses_its_negation_accepts() =>
        Check.One(Laws.Config, Prop.ForAll(
            Arb.From(Schema(3)),
            Arb.From(Value(3)),
            (string schema, string value) =>
            {
                // References to the root mean another schema once it is wrapped.
                if (schema.Contains("ref", StringComparison.OrdinalIgnoreCase))
                    return;
                var plain = Verdict(schema, value);
                var negated = Verdict($"{{\"not\":{schema}}}", value);
                Assert.NotEqual(plain, negated);
            }));

    private static SchemaVerdictKind Verdict(string schema, string value) =>
        JsonSchema.Compile(Encoding.UTF8.GetBytes(schema)).Schema!.Validate(Encoding.UTF8.GetBytes(value)).Kind;
}
