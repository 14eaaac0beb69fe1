using System.Globalization;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// The random policies and requests of one run. <c>AIRS_CASES</c> sets how many requests, <c>AIRS_REQUESTS</c> how many of them each
/// policy gets, and <c>AIRS_SEED</c> where the seeds begin; a policy of a seed is the same in every run.
/// </summary>
internal static class RandomCases
{
    /// <summary>How many requests are made of each policy: compiling one costs as much as thousands of decisions.</summary>
    public static int RequestsOfOne { get; } = Setting("AIRS_REQUESTS", UsualRequests);

    /// <summary>How many requests are made where nothing else is asked for.</summary>
    public const int UsualCases = 6_000;

    private const int UsualRequests = 25;

    /// <summary>Whether there are enough cases, on enough policies, to reach everything.</summary>
    public static bool AreVaried => Cases >= UsualCases && RequestsOfOne <= UsualRequests;

    public static int Cases { get; } = Setting("AIRS_CASES", UsualCases);

    private static int FirstSeed { get; } = Setting("AIRS_SEED", 20_260_615);

    /// <summary>Every policy with its seed and requests.</summary>
    /// <param name="texts">With detectors and functions.</param>
    public static IEnumerable<(int Seed, PolicyModel Model, IReadOnlyList<(string Point, string Facts)> Requests)> All(bool texts = true)
    {
        for (var i = 0; i < Cases / RequestsOfOne; i++)
        {
            var draw = new PolicyDraw(FirstSeed + i, texts);
            yield return (FirstSeed + i, draw.Model, [.. Enumerable.Range(0, RequestsOfOne).Select(_ => draw.Request())]);
        }
    }

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;
}
