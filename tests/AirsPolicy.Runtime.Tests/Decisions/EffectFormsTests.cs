using System.Reflection;
using System.Text;
using System.Text.Json;
using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Decisions.Effects;
using AirsPolicy.Runtime.Decisions.Json;
using FsCheck;
using FsCheck.Fluent;
using Outcome = AirsPolicy.Runtime.Decisions.Outcome;

namespace AirsPolicy.Runtime.Tests.Decisions;

/// <summary>Every effect that there is has a form, and what is written of it is read back.</summary>
public sealed class EffectFormsTests
{
    private static readonly Type[] s_kinds =
        [.. typeof(Effect).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Effect)) && !type.IsAbstract)];

    private static readonly NullabilityInfoContext s_nullability = new();

    [Fact]
    public void Every_kind_of_effect_has_one_form_and_one_word()
    {
        Assert.Equal(s_kinds.ToHashSet(), EffectForms.All.Select(form => form.Type).ToHashSet());
        Assert.Equal(s_kinds.Length, EffectForms.All.Select(form => form.Word).Distinct().Count());
    }

    [Fact]
    public void Every_effect_is_read_back_as_it_was_written()
    {
        foreach (var kind in s_kinds)
        {
            var effects = Gen.Choose(0, int.MaxValue).Select(seed => Make(kind, new Random(seed))).ToArbitrary();
            Prop.ForAll(effects, effect => ReadBack(effect) == effect).Check(Laws.Config.WithMaxTest(100));
        }
    }

    [Fact]
    public void Every_effect_is_read_back_as_part_of_a_decision()
    {
        foreach (var kind in s_kinds)
        {
            var decision = new Decision
            {
                Point = "output",
                Outcome = Outcome.Allow,
                Fired = [new MatchedRule(new RuleOrigin("t.c", null, null, "", 0, "t.airs", 1, 1), [Make(kind, new Random(1))])],
            };
            Assert.Equal(decision, DecisionJson.Read(Encoding.UTF8.GetBytes(DecisionJson.ToText(decision))));
        }
    }

    [Theory]
    [InlineData("""{"effect":"drop","path":"/list","items":["1"]}""", "An item is an int.")]
    [InlineData("""{"effect":"cut","limit":"9","unit":"bytes"}""", "'limit' is an int.")]
    [InlineData("""{"effect":"label"}""", "'label' is missing.")]
    [InlineData("""{"effect":"Label","label":"a"}""", "'Label' is no effect.")]
    public void A_value_that_does_not_fit_is_named(string json, string says)
    {
        using var document = JsonDocument.Parse(json);
        Assert.Equal(says, Assert.Throws<JsonException>(() => EffectJson.Read(document.RootElement)).Message);
    }

    private static Effect ReadBack(Effect effect)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            EffectJson.Write(json, effect);
        using var document = JsonDocument.Parse(stream.ToArray());
        return EffectJson.Read(document.RootElement);
    }

    private static Effect Make(Type kind, Random random)
    {
        var constructor = kind.GetConstructors().Single();
        return (Effect)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter, random))]);
    }

    private static object? Value(ParameterInfo parameter, Random random)
    {
        if (s_nullability.Create(parameter).WriteState == NullabilityState.Nullable && random.Next(3) == 0)
            return null;
        var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return type switch
        {
            { IsEnum: true } => From(Enum.GetValues(type).Cast<object>(), random),
            _ when type == typeof(string) => From(["", "a", "pii.card", "é \"<\n😀"], random),
            _ when type == typeof(long) => From([0L, 1L, 9_000_000_001L, DateTime.MaxValue.Ticks], random),
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(ValueList<int>) => Enumerable.Range(0, random.Next(4)).ToValueList(),
            _ when type == typeof(ValueList<RedactedSpan>) =>
                Enumerable.Range(0, random.Next(4)).Select(start => new RedactedSpan(start, start + 1)).ToValueList(),
            _ => throw new ArgumentException($"Values of {type} are not made here.", nameof(parameter)),
        };
    }

    private static object From(IEnumerable<object> values, Random random) => values.ElementAt(random.Next(values.Count()));
}
