using AirsPolicy.Language.Evaluation.Points;
using AirsPolicy.Language.Semantics.Types;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Evaluation.Testing;

/// <summary>What a request of a test lacks, as a <c>given</c> would say it.</summary>
internal static class LackingFacts
{
    // So many are written out; more would bury the message.
    private const int Most = 5;

    // How charts, breakers, sessions and runs stand, and what is drawn or answered, other steps of a test say.
    private static readonly string[] s_ofTrace = ["breaker", "pace", "session", "run"];

    /// <summary>A sentence on what to write; empty where no rule lacks a fact that a test gives.</summary>
    public static string Of(GivenDecision given, PolicyInterpreter interpreter)
    {
        var failed = given
            .Decision.Fired.Concat(given.Decision.Detected)
            .Where(rule => rule.Failure is { Kind: FailureKind.MissingFact })
            .Select(rule => rule.Origin)
            .ToList();
        var lacking = failed.Count == 0 ? [] : interpreter.Lacking(given.Point, given.Facts, failed).Where(IsGiven).Take(Most).ToList();
        if (lacking.Count == 0)
            return "";
        var types = string.Join(", ", lacking.Select(read => $"'{read.Name}' is {ShapeText.WithArticle(read.Place.Shape)}"));
        return $" Add to the 'given': {{ {Members([.. lacking.Select(read => read.Name.Split('.'))])} }}; {types}.";
    }

    private static bool IsGiven(ReadFact read) =>
        !read.Name.Contains(':', StringComparison.Ordinal) && !s_ofTrace.Contains(read.Name.Split('.')[0]);

    private static string Members(List<string[]> paths) =>
        string.Join(
            ", ",
            paths
                .GroupBy(path => path[0], StringComparer.Ordinal)
                .Select(named =>
                    named.Any(path => path.Length == 1)
                        ? $"{named.Key}: …"
                        : $"{named.Key}: {{ {Members([.. named.Select(path => path[1..])])} }}"));
}
