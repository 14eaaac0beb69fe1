using AirsPolicy.Language.Model.Expressions;

namespace AirsPolicy.Language.Analysis.Rules;

/// <summary>The facts that a model writes, and neither the application nor a person.</summary>
internal static class WrittenByModels
{
    private static readonly string[] s_roots = ["args", "output", "message"];

    public static bool Contains(PathExpression path) => s_roots.Contains(path.Path[0]);
}
