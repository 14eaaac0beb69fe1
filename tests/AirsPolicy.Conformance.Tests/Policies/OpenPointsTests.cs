using System.Text;
using AirsPolicy.Compiler.Bundles;
using AirsPolicy.Hosting;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Conformance.Tests.Policies;

public sealed class OpenPointsTests
{
    [Fact]
    public void Without_controls_every_point_is_open_to_facts_that_fit_and_closed_to_others()
    {
        var model = Bind("policy empty\nsystem s { owner \"o\" }\n");
        var host = Host(model);
        Assert.True(model.Layouts.Count >= 8);
        Assert.All(model.Layouts, layout =>
        {
            var open = host.Decide(layout.Point, "{}"u8);
            Assert.Equal((layout.Point, Outcome.Allow), (open.Point, open.Outcome));
            var closed = host.Decide(layout.Point, "{\"request\":1e400}"u8);
            Assert.Equal((Outcome.Block, FailureKind.MisfitFact), (closed.Outcome, closed.Failure?.Kind));
        });
    }

    [Fact]
    public void Once_a_tool_is_declared_no_other_is_let_through()
    {
        var host = Host(Bind("policy tools\nsystem s { owner \"o\" }\ntool search { class read_only args { query: text } }\n"));

        Assert.Equal(Outcome.Allow, Call(host, "search").Outcome);
        var other = Call(host, "delete");
        Assert.Equal((Outcome.Block, FailureKind.Unknown), (other.Outcome, other.Failure?.Kind));
    }

    private static Decision Call(PolicyHost host, string tool) =>
        host.Decide("tool_call", Encoding.UTF8.GetBytes($$$"""{"tool":"{{{tool}}}","args":{"query":"q"}}"""));

    private static PolicyHost Host(PolicyModel model)
    {
        var host = new PolicyHost(new PolicyHostOptions { AllowUnsigned = true });
        Assert.Null(host.Load(BundleBuilder.Build(model)).Reason);
        return host;
    }

    private static PolicyModel Bind(string source)
    {
        var tree = SyntaxTree.Parse(SourceText.From(source, "a.airs"));
        var package = new PackageSyntax(tree.Root.Header.Path.Text, [tree], new NoFiles());
        var analysis = PolicyBinder.Bind(package, new PackageLocator([]));
        Assert.Empty(analysis.Diagnostics.Select(diagnostic => diagnostic.ToString()));
        return analysis.Model!;
    }

    private sealed class NoFiles : IPackageFiles
    {
        public bool TryRead(string path, out string? content, out string? problem)
        {
            (content, problem) = (null, "there are no files");
            return false;
        }
    }
}
