using System.Collections;
using System.Reflection;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Evaluation;
using AirsPolicy.Language.Evaluation.Testing;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Semantics;
using AirsPolicy.Language.Tests.Semantics;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Tests.Analysis.Params;

/// <summary>A stricter value of a parameter never lets through what its own value stops, wherever the parameter stands.</summary>
public class ParamUseTests
{
    private static readonly string[] s_ofDirection = ["AIRS2050", "AIRS6030", "AIRS6031", "AIRS6043"];

    public static TheoryData<int> Uses => [.. Enumerable.Range(0, ParamUses.All.Count)];

    [Fact]
    public void Every_node_of_the_model_that_holds_an_expression_has_a_case()
    {
        var nodes = typeof(PolicyModel).Assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("AirsPolicy.Language.Model", StringComparison.Ordinal) == true)
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Where(property => HoldsExpressions(property.PropertyType))
            .Select(property => $"{property.DeclaringType!.Name}.{property.Name}")
            .Concat(Enum.GetNames<ParamRole>().Select(role => $"{nameof(ParamRole)}.{role}"));
        var known = ParamUses.All.SelectMany(use => use.Of).Concat(ParamUses.Without.Keys);
        Assert.Equal(nodes.Order(StringComparer.Ordinal), known.Distinct().Order(StringComparer.Ordinal));
        Assert.Empty(ParamUses.All.SelectMany(use => use.Of).Intersect(ParamUses.Without.Keys));
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void A_direction_is_accepted_where_it_can_be_told_and_nowhere_else(int number)
    {
        var use = ParamUses.All[number];
        foreach (var direction in (ReadOnlySpan<Accepted>)[Accepted.Lower, Accepted.Higher])
        {
            var errors = Errors(Bind(use, direction, null));
            if (use.Accepted.HasFlag(direction))
                Assert.True(errors.Length == 0, $"{use}\n{direction}: {string.Join('\n', errors.Select(error => error.ToString()))}");
            else
                Assert.True(
                    errors.Length > 0 && errors.All(error => s_ofDirection.Contains(error.Code)),
                    $"{use}\n{direction}: {string.Join('\n', errors.Select(error => error.ToString()))}");
        }
    }

    [Theory]
    [MemberData(nameof(Uses))]
    public void A_stricter_value_lowers_no_outcome(int number)
    {
        var use = ParamUses.All[number];
        var differ = false;
        foreach (var direction in new[] { Accepted.Lower, Accepted.Higher }.Where(direction => use.Accepted.HasFlag(direction)))
        {
            var declared = Decisions(Bind(use, direction, null));
            foreach (var value in direction == Accepted.Lower ? use.Values.Lower : use.Values.Higher)
            {
                // What has been decided otherwise leaves another past, so that only the first difference says something.
                var first = declared
                    .Zip(Decisions(Bind(use, direction, value)))
                    .FirstOrDefault(pair => pair.First.Outcome != pair.Second.Outcome);
                differ |= first.First is not null;
                Assert.True(
                    first.First is null || first.Second.Outcome > first.First.Outcome,
                    $"{use}\nset p = {value}: {first.First?.Outcome} became {first.Second?.Outcome}");
            }
        }
        Assert.True(differ || !use.Shows || use.Accepted == Accepted.None, $"{use}: no value changes anything.");
    }

    private static PolicyAnalysis Bind(ParamUse use, Accepted direction, string? set)
    {
        var library =
            $"library base\ntype grade = rising [low, mid, high]\nparam p: {use.Type} = {use.Values.Base}, {(direction == Accepted.Lower ? "lower" : "higher")} is stricter\n";
        var policy =
            $"policy x\nextends base\n{(set is null ? "" : $"set p = {set}\n")}{(use.Policy.Contains("system ", StringComparison.Ordinal) ? "" : System(use))}{use.Policy}test \"t\" {{\n{use.Steps}}}\n";
        return Binding.Of(new Dictionary<string, string> { ["rows.csv"] = "n,most\n3,9\n6,3\n8,1\n" }, policy, library);
    }

    private static string System(ParamUse use) =>
        $"system s {{ owner \"o\"{(use.Policy.Contains("scheme risk", StringComparison.Ordinal) ? "  tier risk.high because \"x\"  profile { users: 7 }" : "")} }}\n";

    private static Diagnostic[] Errors(PolicyAnalysis analysis) =>
        [.. analysis.Diagnostics.Where(found => found.Severity == DiagnosticSeverity.Error)];

    private static List<Decision> Decisions(PolicyAnalysis analysis)
    {
        Assert.Empty(Errors(analysis).Select(error => error.ToString()));
        var run = new PolicyTestRun(analysis.Model!, new PolicyInterpreter(analysis.Model!));
        run.Run(analysis.Model!.Tests[0]);
        return run.Given.ConvertAll(given => given.Decision);
    }

    private static bool HoldsExpressions(Type type) =>
        typeof(Expression).IsAssignableFrom(type)
        || (
            type != typeof(string)
            && typeof(IEnumerable).IsAssignableFrom(type)
            && type.IsGenericType
            && HoldsExpressions(type.GetGenericArguments()[0]));
}
