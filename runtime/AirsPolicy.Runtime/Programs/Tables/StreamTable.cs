using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.Programs.Tables;

/// <summary>How answers stream.</summary>
/// <param name="Mode">When an answer is released.</param>
/// <param name="Rules">
/// The rules that act before text is released, by rising number; empty but in <see cref="StreamMode.Buffered"/>.
/// </param>
public sealed record StreamTable(StreamMode Mode, ValueList<StreamedRuleTable> Rules)
{
    /// <summary>Nothing is released before the whole answer is decided on.</summary>
    public static readonly StreamTable None = new(StreamMode.None, []);
}

/// <summary>A rule that acts before text is released.</summary>
/// <param name="Rule">The number of the rule.</param>
/// <param name="Detectors">The detectors whose matches in the answer it is about, by number, rising.</param>
public sealed record StreamedRuleTable(int Rule, ValueList<int> Detectors);

/// <summary>When a streamed answer is released, from the strictest.</summary>
public enum StreamMode
{
    /// <summary>Once the whole of it has been decided on.</summary>
    None = 0,

    /// <summary>As soon as no rule can stop or change a part of it any more.</summary>
    Buffered = 1,

    /// <summary>At once; what the decision at the end does not let go on is taken back.</summary>
    PostHoc = 2,
}
