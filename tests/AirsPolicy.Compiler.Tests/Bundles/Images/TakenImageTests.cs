using AirsPolicy.Collections;
using AirsPolicy.Compiler.Tests.Models;
using AirsPolicy.Compiler.Tests.Past;
using AirsPolicy.Hosting.Loading.Images;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using static AirsPolicy.Compiler.Tests.Models.Make;

namespace AirsPolicy.Compiler.Tests.Bundles.Images;

/// <summary>What the compiler writes, the check of images lets through.</summary>
public sealed class TakenImageTests
{
    // More than one method chooses among.
    private const int Many = 300;

    private static readonly Dictionary<string, Func<PolicyModel>> s_policies = new()
    {
        ["one rule"] = () => TestPolicies.Bounded(1m),
        ["everything that emission writes"] = TestPolicies.Wide,
        ["everything of the past"] = PastPolicies.Everything,
        ["many conditions of list items"] = () => Policy([TestFacts.Input], Enumerable.Range(0, Many).Select(Quantified).ToValueList()),
    };

    public static TheoryData<string> Policies => [.. s_policies.Keys];

    [Theory]
    [MemberData(nameof(Policies))]
    public void The_assembly_of_a_policy_passes(string policy) => ImageCheck.Check([.. PolicyCompiler.Compile(s_policies[policy]()).Image]);

    private static ControlModel Quantified(int number)
    {
        var item = new ItemExpression(0, ["count"], IntShape.Instance, Place());
        var above = Compare(item, CompareOperator.Greater, Value(number));
        return Control($"m.c{number:000}", TestFacts.Input, When(
            new QuantifierExpression(QuantifierKind.Any, 0, Fact("items"), above, BoolShape.Instance, Place()), Flag));
    }
}
