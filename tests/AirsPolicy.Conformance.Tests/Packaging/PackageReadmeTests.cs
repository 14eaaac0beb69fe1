using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Conformance.Tests.Policies;
using AirsPolicy.Extensions.AI;
using AirsPolicy.Extensions.AI.Tests.Scripted;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Formatting;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Runtime.Decisions;
using AirsPolicy.Runtime.Schemas;
using Microsoft.Extensions.AI;

namespace AirsPolicy.Conformance.Tests.Packaging;

/// <summary>The pages of the packages: their examples do what they say, and are the code that is tested here.</summary>
public sealed class PackageReadmeTests
{
    private static readonly string s_folder = Repository.PathOf("policies", "examples", "chevrolet");

    [Fact]
    public void The_runtime_holds_a_value_to_a_schema()
    {
        // README runtime/AirsPolicy.Runtime:
        var compiled = JsonSchema.Compile("""{ "properties": { "price": { "minimum": 1 } } }"""u8);
        var verdict = compiled.Schema!.Validate("""{ "price": 0 }"""u8);
        Console.WriteLine($"{verdict.Kind}: {verdict.ValuePath} {verdict.Problem}");
        // :README
        Assert.Equal((SchemaVerdictKind.Misfit, "/price"), (verdict.Kind, verdict.ValuePath));
    }

    [Fact]
    public void A_host_decides_by_a_bundle()
    {
        var policy = PackageFolder.Read(s_folder).Packages[0];
        var bundle = BundleBuilder.Build(PolicyAnalyzer.Analyze(policy, new PackageLocator([])).Model!);
        // README runtime/AirsPolicy.Hosting:
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        var activation = host.Load(bundle);
        var facts = Encoding.UTF8.GetBytes("""{ "output": { "text": "That is a legally binding offer." } }""");
        var decision = host.Decide("output", facts);
        Console.WriteLine($"{activation.Activated}: {decision.Outcome}, {decision.Message}");
        // :README
        Assert.True(activation.Activated);
        Assert.Equal(Outcome.Block, decision.Outcome);
    }

    [Fact]
    public async Task A_chat_client_stands_behind_a_policy()
    {
        var bundle = BundleBuilder.Build(BoundPolicy.Of("""
            policy shop
            system s { owner "o" }
            control offers { at output  when text contains "legally binding" then block "I can't make offers here." }
            """));
        IChatClient model = ScriptedClient.Saying("That is a legally binding offer.");
        // README runtime/AirsPolicy.Extensions.AI:
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        host.Load(bundle);
        var client = model.AsBuilder().UseAirsPolicy(host).Build();
        var response = await client.GetResponseAsync("Is that a deal?");
        Console.WriteLine($"{response.FinishReason}: {response.Text}");
        // :README
        Assert.Equal(ChatFinishReason.ContentFilter, response.FinishReason);
    }

    [Fact]
    public void The_language_checks_formats_and_tests_a_policy()
    {
        // README compiler/AirsPolicy.Language:
        var folder = PackageFolder.Read(s_folder);
        var analysis = PolicyAnalyzer.Analyze(folder.Packages[0], new PackageLocator([folder]));
        var errors = analysis.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error);
        var formatted = Formatter.Format(folder.Packages[0].Trees[0]);
        var results = analysis.Model is { } model ? new PolicyTestRunner(model).Run() : [];
        // :README
        Assert.Empty(errors);
        Assert.Equal(folder.Packages[0].Trees[0].Source.Content, formatted);
        Assert.All(results, result => Assert.NotEqual(TestVerdict.Failed, result.Verdict));
    }

    [Fact]
    public void The_compiler_makes_a_bundle_of_a_policy()
    {
        // README compiler/AirsPolicy.Compiler:
        var folder = PackageFolder.Read(s_folder);
        var analysis = PolicyAnalyzer.Analyze(folder.Packages[0], new PackageLocator([folder]));
        var bundle = BundleBuilder.Build(analysis.Model ?? throw new InvalidDataException("The policy has errors."));
        // :README
        Assert.True(new PolicyHost(new PolicyHostOptions { AllowUnsigned = true }).Load(bundle).Activated);
    }

    [Theory]
    [InlineData("runtime/AirsPolicy.Runtime")]
    [InlineData("runtime/AirsPolicy.Hosting")]
    [InlineData("runtime/AirsPolicy.Extensions.AI")]
    [InlineData("compiler/AirsPolicy.Language")]
    [InlineData("compiler/AirsPolicy.Compiler")]
    public void The_example_of_a_package_is_the_code_that_is_tested(string project)
    {
        var page = File.ReadAllText(Repository.PathOf(project, "README.md"));
        var tested = File.ReadAllText(Repository.PathOf("tests", "AirsPolicy.Conformance.Tests", "Packaging", "PackageReadmeTests.cs"));
        var begin = $"        // README {project}:\n";
        var from = tested.IndexOf(begin, StringComparison.Ordinal) + begin.Length;
        var code = tested[from..tested.IndexOf("        // :README", from, StringComparison.Ordinal)];
        // A reader has a folder of policies of their own.
        var shown = code.Replace("        ", "", StringComparison.Ordinal)
            .Replace("s_folder", "\"policies/shop\"", StringComparison.Ordinal);
        Assert.Contains($"```csharp\n{shown}```", page, StringComparison.Ordinal);
    }
}
