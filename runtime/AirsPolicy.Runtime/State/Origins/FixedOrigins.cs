using AirsPolicy.Collections;

namespace AirsPolicy.Runtime.State.Origins;

/// <summary>The origins that every policy has first, in this order.</summary>
internal static class FixedOrigins
{
    /// <summary>A person gave the value.</summary>
    public const int User = 0;

    /// <summary>No text has it.</summary>
    public const int Model = 1;

    /// <summary>It cannot be told.</summary>
    public const int Unclear = 2;

    /// <summary>Their names.</summary>
    public static ValueList<string> Names { get; } = ["user", "model", "unclear"];
}
