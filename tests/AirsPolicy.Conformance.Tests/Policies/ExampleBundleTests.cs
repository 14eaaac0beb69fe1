using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;
using AirsPolicy.Runtime.Schemas;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class ExampleBundleTests
{
    public static TheoryData<string> Policies => [.. Examples.Some.Where(name => Examples.Model(name).Tests.Count > 0)];

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_model_reads_back_as_it_was_written(string policy)
    {
        var model = Examples.Model(policy);

        Assert.Equal(model, ModelJson.Read(ModelJson.Write(model)));
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_facts_of_its_tests_keep_to_the_published_schema_of_their_point_where_they_fit_it(string policy)
    {
        var model = Examples.Model(policy);
        var vectors = Examples.Vectors(policy);
        Assert.NotEmpty(vectors);
        foreach (var ofPoint in vectors.GroupBy(vector => vector.Point))
        {
            var schema = SchemaOf(model.Layouts.Single(layout => layout.Point == ofPoint.Key));
            foreach (var vector in ofPoint)
                Assert.Equal(vector.Decision.Failure?.Kind is not FailureKind.MisfitFact, KeepsTo(schema, vector.Facts));
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Facts_that_the_schema_does_not_list_do_not_keep_to_it(string policy)
    {
        foreach (var layout in Examples.Model(policy).Layouts)
        {
            Assert.False(KeepsTo(SchemaOf(layout), "{\"no_such_fact\":1}"));
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_bundle_carries_the_requests_of_its_tests_as_vectors(string policy)
    {
        var bundle = Bundle.Read(BundleBuilder.Build(Examples.Model(policy)));

        Assert.Equal(Examples.Vectors(policy).Count, VectorsJson.Read(bundle.Find(BundleFormat.Vectors)!.Value).Count);
        Assert.Equal(policy, bundle.Manifest.Package);
    }

    private static JsonSchema SchemaOf(PointLayout layout)
    {
        var compilation = JsonSchema.Compile(
            Encoding.UTF8.GetBytes(FactsSchema.Write(layout)),
            options: new SchemaOptions { AssertFormats = true });
        Assert.Null(compilation.Error?.Detail);
        return compilation.Schema!;
    }

    private static bool KeepsTo(JsonSchema schema, string facts) =>
        schema.Validate(Encoding.UTF8.GetBytes(facts)).Kind == SchemaVerdictKind.Fits;
}
