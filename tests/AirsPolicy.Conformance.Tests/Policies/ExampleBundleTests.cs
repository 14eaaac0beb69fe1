using System.Text.Json;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Runtime.Bundles;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Tests.Decisions;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class ExampleBundleTests
{
    public static TheoryData<string> Policies => Examples.Names;

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
        var vectors = TestVectors.From(model);
        Assert.NotEmpty(vectors);
        foreach (var vector in vectors)
        {
            using var schema = JsonDocument.Parse(FactsSchema.Write(model.Layouts.Single(layout => layout.Point == vector.Point)));
            using var facts = JsonDocument.Parse(vector.Facts);
            Assert.Equal(vector.Decision.Failure?.Kind is FailureKind.MisfitFact, new SchemaCheck(schema.RootElement).Find(facts.RootElement) is not null);
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void Facts_that_the_schema_does_not_list_do_not_keep_to_it(string policy)
    {
        foreach (var layout in Examples.Model(policy).Layouts)
        {
            using var schema = JsonDocument.Parse(FactsSchema.Write(layout));
            using var facts = JsonDocument.Parse("{\"no_such_fact\":1}");
            Assert.NotNull(new SchemaCheck(schema.RootElement).Find(facts.RootElement));
        }
    }

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_bundle_carries_the_requests_of_its_tests_as_vectors(string policy)
    {
        var model = Examples.Model(policy);
        var bundle = Bundle.Read(BundleBuilder.Build(model));

        Assert.Equal(TestVectors.From(model).Count, VectorsJson.Read(bundle.Find(BundleFormat.Vectors)!.Value).Count);
        Assert.Equal(policy, bundle.Manifest.Package);
    }
}
