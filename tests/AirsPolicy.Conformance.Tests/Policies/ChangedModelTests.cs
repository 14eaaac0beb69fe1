using System.Reflection;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Comparison.Meanings;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Symbols.Packages;

namespace AirsPolicy.Conformance.Tests.Policies;

/// <summary>Nothing of a policy that decides is left out where two versions of it are compared.</summary>
public sealed class ChangedModelTests
{
    // Names, what is claimed and answered for, tests, proofs and what is recorded. The names that a host binds stand in what uses them.
    private static readonly string[] s_decidesNothing =
    [
        nameof(PolicyModel.Name),
        nameof(PolicyModel.Version),
        nameof(PolicyModel.Deployable),
        nameof(PolicyModel.Governance),
        nameof(PolicyModel.Hosts),
        nameof(PolicyModel.Tests),
        nameof(PolicyModel.Sources),
        nameof(PolicyModel.Proofs),
        nameof(PolicyModel.Audit),
    ];

    private static readonly PackageFolder s_folder = PackageFolder.Read(Repository.PathOf("policies"));

    private static readonly List<PolicyModel> s_models =
    [
        .. s_folder.Packages.Select(package => PolicyAnalyzer.Analyze(package, new PackageLocator([s_folder])).Model!),
    ];

    public static TheoryData<string> Members =>
        [
            .. typeof(PolicyModel)
                .GetProperties()
                .Where(member => member.CanWrite && !s_decidesNothing.Contains(member.Name))
                .Select(member => member.Name),
        ];

    [Theory]
    [MemberData(nameof(Members))]
    public void A_policy_without_one_of_its_parts_means_something_else(string member) =>
        Assert.Contains(s_models, model => MeansSomethingElse(model, typeof(PolicyModel).GetProperty(member)!));

    [Fact]
    public void A_policy_means_the_same_as_itself() =>
        Assert.All(s_models, model => Assert.Empty(Changes(model, model with { })));

    private static bool MeansSomethingElse(PolicyModel model, PropertyInfo member)
    {
        var without = model with { };
        member.SetValue(without, null);
        try
        {
            return Changes(model, without).Any();
        }
        catch (Exception gone) when (gone is ArgumentOutOfRangeException or IndexOutOfRangeException or InvalidOperationException)
        {
            // A rule asks for what is not there any more.
            return true;
        }
    }

    private static IEnumerable<object> Changes(PolicyModel before, PolicyModel after)
    {
        var changes = new ModelChanges(before, after);
        return [.. changes.Rules, .. changes.Parts];
    }
}
