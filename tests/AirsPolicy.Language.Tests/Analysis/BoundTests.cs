using System.Reflection;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Tests.Semantics;

namespace AirsPolicy.Language.Tests.Analysis;

/// <summary>No analysis stops in silence: what was not looked at is said, once.</summary>
public class BoundTests
{
    // Each bound of the analyses and what they reason with, and how it is said that it was reached.
    private static readonly Dictionary<string, string> s_bounds = new(StringComparer.Ordinal)
    {
        ["AbsorbedRuleAnalysis.MostPairs"] = "AIRS7040",
        ["UselessExceptionAnalysis.MostPairs"] = "AIRS7040",
        ["UnapprovableHoldAnalysis.MaxChoices"] = "AIRS7040",
        ["RuleReach.MaxChoices"] = "AIRS7040",
        ["RuleImplication.MaxChoices"] = "AIRS7040",
        ["RuleImplication.MaxQuestions"] = "AIRS7040",
        ["ConditionReasoning.MaxChoices"] = "AIRS7040",
        ["ConditionReasoning.MostParts"] = "AIRS7040",
        ["FormulaBuilder.MaxOperations"] = "AIRS7040, by Solver.IsCut",
        ["FormulaBuilder.MostBranches"] = "AIRS7040, by Solver.IsCut",
        ["TextTheory.MaxStates"] = "AIRS7040, by Solver.IsCut",
        ["ExceptionReach.MaxStates"] = "AIRS7040",
        ["AnswerSpace.MostAnswers"] = "AIRS7040; 'airs check --answers' says it too",
        ["ProofSearch.MaxChoices"] = "AIRS7031, 'there are more cases than are looked at'",
        ["CounterExampleSearch.MostStarts"] = "AIRS7031, 'no request was found'",
        ["CounterExampleSearch.MostOfOneRule"] = "AIRS7031, 'no request was found'",
        ["CounterExampleSearch.MostRounds"] = "AIRS7031, 'no request was found'",
        ["CounterExampleSearch.MostDecisions"] = "AIRS7031, 'no request was found'",
        ["FactNotes.MostReaders"] = "the note itself, 'and 3 more'",
        ["LedFacts.MostTries"] = "AIRS7031, 'no request was found'",
        ["DetectorScores.MostItems"] = "docs/explanation/proofs.md, 'What is known': with more items any score is taken for possible",
    };

    [Fact]
    public void Every_bound_is_said_somewhere()
    {
        var bounds =
            from type in typeof(PolicyAnalyzer).Assembly.GetTypes()
            where
                type.Namespace is { } name
                && (name.Contains(".Analysis", StringComparison.Ordinal) || name.Contains(".Reasoning", StringComparison.Ordinal))
            from field in type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where field.IsLiteral && field.FieldType == typeof(int) && !type.IsEnum
            let bound = $"{type.Name}.{field.Name}"
            where field.Name.StartsWith("Max", StringComparison.Ordinal) || field.Name.StartsWith("Most", StringComparison.Ordinal)
            select bound;
        Assert.Equal(s_bounds.Keys.Order(StringComparer.Ordinal), bounds.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_condition_with_too_many_parts_is_counted_once_however_many_points_it_stands_at()
    {
        var parts = string.Join(" or ", Enumerable.Range(0, 41).Select(i => $"text contains \"a{i}\""));
        var found = Binding.Of(Binding.Policy($"control c {{ at input, output when {parts} then block }}")).Diagnostics;
        Assert.Contains(
            "Left out: 1 condition (AIRS6007, AIRS7020, AIRS7021, AIRS7022).",
            Assert.Single(found).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, 0)]
    [InlineData(700, 1)]
    public void Rules_that_are_not_compared_are_counted_and_the_policy_can_still_be_built(int rules, int expected)
    {
        var controls = Enumerable
            .Range(0, rules)
            .Select(i => $"control c{i} {{ at input when length(text) > {i + 5} and user.id == \"u{i}\" then block }}");
        var analysis = Binding.Of(Binding.Policy([.. controls]));
        Assert.NotNull(analysis.Model);
        var said = analysis.Diagnostics.Where(diagnostic => diagnostic.Descriptor == BoundDiagnostics.LeftOut).ToList();
        Assert.Equal(expected, said.Count);
        Assert.All(said, found => Assert.Matches(@"Left out: [\d,]+ comparisons of two rules \(AIRS7023, AIRS7024\)\.", found.Message));
    }

    [Fact]
    public void A_judge_with_too_many_answers_is_counted()
    {
        string[] names = ["a", "b", "c", "d", "e"];
        var fields = string.Join(", ", names.Select(name => $"{name}: one of [k1, k2, k3, k4, k5, k6]"));
        var rules = string.Join(' ', names.Select(name => $"when {name} == k2 then flag"));
        var judge = $$$"""judge j { at output model "m" from "p" prompt "{{ text }}" returns { {{{fields}}} } {{{rules}}} }""";
        Assert.Contains(
            Binding.Of(Binding.Policy(judge)).Diagnostics,
            found => found.Message.Contains("1 place of judges (AIRS5113)", StringComparison.Ordinal));
    }

    [Fact]
    public void Exceptions_that_are_not_held_against_the_items_are_counted()
    {
        var items = string.Join(", ", Enumerable.Range(0, 1000).Select(i => $"\"item {i}\""));
        var exceptions = string.Join(", ", Enumerable.Range(0, 6).Select(i => $"\"not item {i}\""));
        var detector = $"detector d {{ match {items} except {exceptions} }}";
        var found = Binding.Of(Binding.Policy(detector, "control c { at input when d.found(text) then block }")).Diagnostics;
        Assert.Contains(found, diagnostic => diagnostic.Message.Contains("2 exceptions of detectors (AIRS7033)", StringComparison.Ordinal));
    }
}
