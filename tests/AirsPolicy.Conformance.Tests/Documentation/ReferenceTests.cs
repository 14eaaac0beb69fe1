using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Symbols.Points;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Functions;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Conformance.Tests.Documentation;

/// <summary>The reference shows everything that can be written, in an example that compiles.</summary>
public sealed class ReferenceTests
{
    [Fact]
    public void Every_word_of_the_language_stands_in_an_example() =>
        AssertShown(KeywordTable.All.Except(DocumentedPolicies.Words).Select(KeywordTable.SpellingOf));

    [Fact]
    public void Every_declaration_stands_in_an_example()
    {
        var shown = DocumentedPolicies
            .Trees.SelectMany(tree => tree.Root.Declarations)
            .Select(declaration => declaration.Keyword.Keyword)
            .ToHashSet();
        AssertShown(KeywordTable.All.Where(KeywordTable.IsDeclaration).Except(shown).Select(KeywordTable.SpellingOf));
    }

    [Fact]
    public void Every_effect_stands_in_an_example()
    {
        var shown = DocumentedPolicies
            .Trees.SelectMany(tree => tree.Root.DescendantsAndSelf())
            .OfType<EffectSyntax>()
            .Select(effect => effect.Tokens().First().Keyword)
            .ToHashSet();
        AssertShown(Effects.Except(shown).Select(KeywordTable.SpellingOf));
    }

    [Fact]
    public void Every_function_and_every_family_of_built_in_detectors_is_asked_in_an_example()
    {
        var expressions = DocumentedPolicies.Models.SelectMany(Expressions).ToList();
        var called = expressions.OfType<CallExpression>().Select(call => call.Function).ToHashSet(StringComparer.Ordinal);
        AssertShown(
            BuiltinFunctions
                .All.Where(function => !BuiltinFunctions.All.Any(form => form.Name == function.Name && called.Contains(form.Id)))
                .Select(function => function.Name));
        var used = DocumentedPolicies
            .Models.SelectMany(model => model.Controls)
            .SelectMany(control => control.Placements)
            .SelectMany(placement => placement.Rules)
            .SelectMany(DetectorsOf)
            .ToHashSet(StringComparer.Ordinal);
        // Each single one has its page with examples of its own.
        AssertShown(BuiltinDetectors.Names.Where(name => name.EndsWith(".any", StringComparison.Ordinal) && !used.Contains(name)));
        var questions = expressions.OfType<DetectorExpression>().Select(asked => asked.Question).Distinct();
        AssertShown(Enum.GetValues<DetectorQuestion>().Except(questions).Select(question => question.ToString()));
    }

    [Fact]
    public void Every_fact_of_every_point_is_read_in_an_example()
    {
        var read = DocumentedPolicies.Models.SelectMany(ReadFacts.Of).ToHashSet();
        var common = read.Select(fact => fact.Path).ToHashSet(StringComparer.Ordinal);
        AssertShown(CommonFacts.All.SelectMany(ReadFacts.Of).Where(path => !common.Contains(path)));
        AssertShown(
            DecisionPoints
                .All.SelectMany(point => point.Facts.SelectMany(ReadFacts.Of).Select(path => (point.Name, path)))
                .Where(fact => !read.Contains(fact))
                .Select(fact => $"{fact.path} at {fact.Name}"));
    }

    private static void AssertShown(IEnumerable<string> missing) =>
        Assert.True(
            !missing.Any(),
            $"docs/reference/language has no example, or one too many, of: {string.Join(", ", missing.Distinct(StringComparer.Ordinal))}");

    private static IEnumerable<Keyword> Effects =>
        KeywordTable
            .All.Where(word => word is >= Keyword.Flag and <= Keyword.Degrade and not Keyword.Otherwise)
            .Append(Keyword.Queue)
            .Append(Keyword.Label);

    private static IEnumerable<Expression> Expressions(PolicyModel policy) =>
        policy.Controls.SelectMany(control => control.Placements).SelectMany(placement => placement.Rules).SelectMany(ExpressionTree.All);

    private static IEnumerable<string> DetectorsOf(RuleModel rule) =>
        ExpressionTree.All(rule).OfType<DetectorExpression>().Select(asked => asked.Detector)
            .Concat(rule.Effects.OfType<Language.Model.Effects.RedactEffectModel>().Select(redact => redact.Detector));
}
