using System.Text;
using System.Text.Json;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Tests.Decisions;

namespace AirsPolicy.Conformance.Tests.Differential;

public sealed class FactsSchemaTests
{
    private const int Policies = 40;

    // A decimal of 29 digits does not fit, which JSON Schema cannot say.
    private const string TooManyDigits = "79228162514264337593543950335";

    [Fact]
    public void Facts_of_random_policies_are_taken_by_the_reader_and_the_published_schema_or_by_neither()
    {
        var reader = new FactReader();
        var frame = new FactFrame();
        var (taken, refused) = (0, 0);
        foreach (var (seed, model, requests) in RandomCases.All(texts: false).Take(Policies))
        {
            var points = model.Layouts.ToDictionary(
                layout => layout.Point,
                layout => (CompiledLayout.Of(layout), Schema(layout)),
                StringComparer.Ordinal);
            foreach (var (point, facts) in requests.Where(request => !request.Facts.Contains(TooManyDigits, StringComparison.Ordinal)))
            {
                var (layout, schema) = points[point];
                var failure = reader.Read(layout, Encoding.UTF8.GetBytes(facts), frame);
                using var json = JsonDocument.Parse(facts);
                var problem = schema.Find(json.RootElement);
                Assert.True(
                    failure is null == problem is null,
                    $"Seed {seed} at '{point}' on {facts}: the reader says '{failure?.Detail ?? "fits"}', the schema '{problem ?? "fits"}'."
                );
                _ = failure is null ? taken++ : refused++;
            }
        }
        Assert.True(taken > 100 && refused > 10, $"{taken} taken, {refused} refused");
    }

    private static SchemaCheck Schema(PointLayout layout) => new(JsonDocument.Parse(FactsSchema.Write(layout)).RootElement);
}
