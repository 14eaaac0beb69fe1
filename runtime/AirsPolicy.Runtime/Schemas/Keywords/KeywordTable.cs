using System.Collections.Frozen;
using AirsPolicy.Runtime.Schemas.Formats;
using AirsPolicy.Runtime.Schemas.References;
using AirsPolicy.Runtime.Schemas.Values;

namespace AirsPolicy.Runtime.Schemas.Keywords;

/// <summary>Every keyword that can refuse a value, by name, with the vocabulary that it belongs to.</summary>
internal static class KeywordTable
{
    private static readonly FrozenDictionary<string, (Vocabulary Vocabulary, Func<KeywordSource, Keyword?> Make)> s_keywords =
        new Dictionary<string, (Vocabulary, Func<KeywordSource, Keyword?>)>
        {
            ["$ref"] = (Vocabulary.Core, source => new ReferenceKeyword(source)),
            ["$dynamicRef"] = (Vocabulary.Core, source => new DynamicReferenceKeyword(source)),
            ["allOf"] = (Vocabulary.Applicator, source => new AllOfKeyword(source)),
            ["anyOf"] = (Vocabulary.Applicator, source => new AnyOfKeyword(source)),
            ["oneOf"] = (Vocabulary.Applicator, source => new OneOfKeyword(source)),
            ["not"] = (Vocabulary.Applicator, source => new NotKeyword(source)),
            ["if"] = (Vocabulary.Applicator, source => new IfKeyword(source)),
            ["dependentSchemas"] = (Vocabulary.Applicator, source => new DependentSchemasKeyword(source)),
            ["prefixItems"] = (Vocabulary.Applicator, source => new PrefixItemsKeyword(source)),
            ["items"] = (Vocabulary.Applicator, source => new ItemsKeyword(source)),
            ["contains"] = (Vocabulary.Applicator, source => new ContainsKeyword(source)),
            ["properties"] = (Vocabulary.Applicator, source => new PropertiesKeyword(source)),
            ["patternProperties"] = (Vocabulary.Applicator, source => new PatternPropertiesKeyword(source)),
            ["additionalProperties"] = (Vocabulary.Applicator, source => new AdditionalPropertiesKeyword(source)),
            ["propertyNames"] = (Vocabulary.Applicator, source => new PropertyNamesKeyword(source)),
            ["unevaluatedItems"] = (Vocabulary.Unevaluated, source => new UnevaluatedKeyword(source, JsonKind.List)),
            ["unevaluatedProperties"] = (Vocabulary.Unevaluated, source => new UnevaluatedKeyword(source, JsonKind.Record)),
            ["type"] = (Vocabulary.Validation, source => new TypeKeyword(source)),
            ["enum"] = (Vocabulary.Validation, source => new EnumKeyword(source, source.List)),
            ["const"] = (Vocabulary.Validation, source => new EnumKeyword(source, [source.Value])),
            ["multipleOf"] = (Vocabulary.Validation, NumberTests.MultipleOf),
            ["minimum"] = (Vocabulary.Validation, NumberTests.Minimum),
            ["maximum"] = (Vocabulary.Validation, NumberTests.Maximum),
            ["exclusiveMinimum"] = (Vocabulary.Validation, NumberTests.ExclusiveMinimum),
            ["exclusiveMaximum"] = (Vocabulary.Validation, NumberTests.ExclusiveMaximum),
            ["minLength"] = (Vocabulary.Validation, CountTests.MinLength),
            ["maxLength"] = (Vocabulary.Validation, CountTests.MaxLength),
            ["minItems"] = (Vocabulary.Validation, source => CountTests.AtLeast(source, JsonKind.List, "items")),
            ["maxItems"] = (Vocabulary.Validation, source => CountTests.AtMost(source, JsonKind.List, "items")),
            ["minProperties"] = (Vocabulary.Validation, source => CountTests.AtLeast(source, JsonKind.Record, "members")),
            ["maxProperties"] = (Vocabulary.Validation, source => CountTests.AtMost(source, JsonKind.Record, "members")),
            ["pattern"] = (Vocabulary.Validation, source => new PatternKeyword(source)),
            ["uniqueItems"] = (Vocabulary.Validation, source => new UniqueItemsKeyword(source)),
            ["required"] = (Vocabulary.Validation, source => new RequiredKeyword(source)),
            ["dependentRequired"] = (Vocabulary.Validation, source => new DependentRequiredKeyword(source)),
            ["format"] = (Vocabulary.FormatAssertion, FormatTest),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>A keyword made ready; null where it is none that refuses anything, or of a vocabulary that does not hold.</summary>
    public static Keyword? Make(KeywordSource source, Vocabulary vocabularies) =>
        s_keywords.TryGetValue(source.Name, out var keyword) && vocabularies.HasFlag(keyword.Vocabulary) ? keyword.Make(source) : null;

    private static TestKeyword? FormatTest(KeywordSource source) =>
        TextFormats.Find(source.Text) is { } test
            ? new TestKeyword(source, JsonKind.Text, value => test(value.Text), $"is no {source.Text}")
            : null;
}
