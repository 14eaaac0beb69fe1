using System.Text;
using System.Text.Json.Nodes;
using AirsPolicy.Cli.Console;
using AirsPolicy.Collections;
using AirsPolicy.Language.Analysis;
using AirsPolicy.Language.Analysis.Tiers;
using AirsPolicy.Language.Evaluation.Explanations;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Language.Model.Governance;
using AirsPolicy.Language.Symbols.Packages;
using AirsPolicy.Runtime.Facts;
using AirsPolicy.Runtime.Facts.Json;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Cli.Assessing;

/// <summary>The tiers that a system comes to, by the schemes of the library <c>airs.tiers</c>.</summary>
/// <param name="System">What was answered.</param>
/// <param name="Schemes">What that comes to, a scheme each.</param>
internal sealed record Assessment(AssessedSystem System, ValueList<AssessedScheme> Schemes)
{
    private static readonly Lazy<PolicyModel> s_library = new(static () =>
    {
        using var source = new MemoryStream(Encoding.UTF8.GetBytes("library assessed\nuse airs.tiers\n"));
        return PolicyAnalyzer.Analyze(PackageFolder.Read(source, "assessed").Packages[0], new PackageLocator([])).Model!;
    });

    /// <summary>What it comes to by the risk of the use case, which every system has.</summary>
    public AssessedScheme Risk => Schemes.First(scheme => scheme.Name == "airs");

    /// <summary>That, and what it comes to in the schemes of which something was answered: a chat has no autonomy.</summary>
    public IEnumerable<AssessedScheme> Answered => Schemes.Where(scheme => scheme == Risk || scheme.IsAnswered(System.Profile));

    private static IEnumerable<SchemeModel> Known => s_library.Value.Governance.Schemes;

    /// <summary>What is asked of a system, each field once.</summary>
    public static IReadOnlyList<ProfileQuestion> Questions { get; } =
    [
        .. Known.SelectMany(AssessedScheme.FieldsOf).DistinctBy(field => field.Name, StringComparer.Ordinal)
            .Select(ProfileQuestion.Of),
    ];

    /// <exception cref="UsageException">The profile has a field that no scheme asks for, or a value that does not fit.</exception>
    public static Assessment Of(AssessedSystem system)
    {
        foreach (var (field, _) in system.Profile)
        {
            if (Questions.All(question => question.Field != field))
            {
                var asked = string.Join(", ", Questions.Select(question => question.Field));
                throw new UsageException($"The profile has the field '{field}', which nothing asks for; it asks for {asked}.");
            }
        }
        return new Assessment(system, Known.Select(scheme => Of(scheme, system.Profile)).ToValueList());
    }

    private static AssessedScheme Of(SchemeModel scheme, JsonObject profile)
    {
        var own = new JsonObject();
        foreach (var field in AssessedScheme.FieldsOf(scheme))
        {
            if (profile[field.Name] is { } value)
                own[field.Name] = value.DeepClone();
        }
        var json = new JsonObject { ["profile"] = own }.ToJsonString();
        if (new FactReader().Read(CompiledLayout.Of(scheme.Profile), Encoding.UTF8.GetBytes(json), new FactFrame()) is { } failure)
            throw new UsageException($"The profile does not fit: {failure.Detail}");
        var score = SchemeScore.Of(scheme, json);
        var texts = new SourceTexts(s_library.Value.Sources);
        var left = scheme.Rules
            .Where(rule => rule.Kind == SchemeRuleKind.Only && score.Most != (int)rule.Value)
            .Select(rule => new MissedLane(
                scheme.Tiers[(int)rule.Value],
                Parts(rule.Where).Where(part => !SchemeScore.Holds(scheme, json, part))
                    .Select(part => string.Join(' ', texts.At(part.Place).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                    .ToValueList()));
        return new AssessedScheme(scheme, score, left.ToValueList());
    }

    private static IEnumerable<Expression> Parts(Expression condition) =>
        condition is LogicalExpression { Operator: LogicalOperator.And } and ? Parts(and.Left).Concat(Parts(and.Right)) : [condition];
}
