namespace AirsPolicy.Runtime.State.Pace;

/// <summary>The state of a chart, from best to worst.</summary>
public enum PaceLevel
{
    /// <summary>All is well.</summary>
    Primary = 0,

    /// <summary>Something is worse than usual.</summary>
    Alternate = 1,

    /// <summary>Something has failed.</summary>
    Contingency = 2,

    /// <summary>Nothing of it can be relied on.</summary>
    Emergency = 3,
}

/// <summary>The states by the names that policies and facts have for them.</summary>
public static class PaceLevels
{
    private static readonly string[] s_names = ["primary", "alternate", "contingency", "emergency"];

    /// <summary>How many states there are.</summary>
    public static int Count => s_names.Length;

    /// <summary>The name of a state.</summary>
    public static string NameOf(PaceLevel level) => s_names[(int)level];

    /// <summary>The state of a name, or null.</summary>
    public static PaceLevel? Find(ReadOnlySpan<char> name)
    {
        for (var level = 0; level < s_names.Length; level++)
        {
            if (name.SequenceEqual(s_names[level]))
                return (PaceLevel)level;
        }
        return null;
    }
}
