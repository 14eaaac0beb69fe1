using AirsPolicy.Language.Model;
using AirsPolicy.Language.Model.Expressions;
using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Compiler.Planning;

/// <summary>The facts that each tool has for itself: its arguments, its result, and what a policy declares for it.</summary>
internal static class OwnFacts
{
    /// <summary>
    /// For which tools something is planned that may read such facts: once for all (-1) where it reads none, else for each, since they lie
    /// elsewhere in each. What stands at all tools reads them whole.
    /// </summary>
    public static IEnumerable<int> Tools(PointLayout layout, IEnumerable<Expression> read) =>
        layout.Tools.Count > 0 && read.OfType<PathExpression>().Any(path => layout.Facts.Find(path.Path[0]) is null)
            ? Enumerable.Range(0, layout.Tools.Count)
            : [-1];

    /// <summary>Everything that some expressions read.</summary>
    public static IEnumerable<Expression> Read(IEnumerable<Expression?> expressions) =>
        expressions.OfType<Expression>().SelectMany(ExpressionTree.DescendantsAndSelf);
}
