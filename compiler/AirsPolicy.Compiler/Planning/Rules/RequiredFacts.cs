using AirsPolicy.Collections;
using AirsPolicy.Compiler.Planning.Expressions;
using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Runtime.Programs.Tables;

namespace AirsPolicy.Compiler.Planning.Rules;

/// <summary>
/// The facts that a rule cannot do without: all that it names anywhere and that are not optional, whether an evaluation comes to them or
/// not.
/// </summary>
internal static class RequiredFacts
{
    /// <summary>Their numbers, ordered by name.</summary>
    public static ValueList<int> Of(RuleModel rule, RuleScope scope, ProgramParts parts) =>
        ExpressionTree.All(rule)
            .OfType<PathExpression>()
            .Select(read => read.Path)
            .Distinct()
            .Select(path => (Name: string.Join('.', path), Root: path[0], Fact: scope.Find(path)))
            .Where(read => read.Fact.Required.Count > 0)
            .OrderBy(read => read.Name, StringComparer.Ordinal)
            .Select(read => parts.Require(new RequiredFact(read.Name, read.Fact.Required, IsJson(read.Fact), parts.OnError(read.Root))))
            .ToValueList();

    private static bool IsJson(PlannedFact fact) => fact.Optional.Count == 0 && ValueKinds.Bare(fact.Shape) is AnyShape;
}
