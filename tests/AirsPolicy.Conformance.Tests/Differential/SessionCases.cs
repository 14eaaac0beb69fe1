using System.Globalization;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>
/// How many sessions are drawn. <c>AIRS_SESSIONS</c> sets how many, <c>AIRS_HOSTED</c> how many of them hosts decide as well,
/// <c>AIRS_TRACES</c> how many traces of them each policy gets, <c>AIRS_SEED</c> where the seeds begin.
/// </summary>
internal static class SessionCases
{
    private const int UsualSessions = 3_000;
    private const int UsualTraces = 12;

    public static int Sessions { get; } = Setting("AIRS_SESSIONS", UsualSessions);

    /// <summary>How many a host decides, beside those of the usual packages: building and loading bundles takes longer.</summary>
    public static int Hosted { get; } = Setting("AIRS_HOSTED", 0);

    public static int Traces { get; } = Setting("AIRS_TRACES", UsualTraces);

    public static int FirstSeed { get; } = Setting("AIRS_SEED", 20_260_615);

    /// <summary>Whether there are enough sessions, of enough policies, to reach everything.</summary>
    public static bool AreVaried => Sessions >= UsualSessions && Traces <= UsualTraces;

    /// <summary>Whether a session is among those of which it is counted what they reach: observing takes longer than deciding.</summary>
    public static bool IsObserved(int session) => session < UsualSessions;

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : usual;
}
