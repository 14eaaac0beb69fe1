using AirsPolicy.Runtime.Facts.Json;

namespace AirsPolicy.Hosting;

/// <summary>How a policy host takes bundles and facts.</summary>
public sealed record PolicyHostOptions
{
    /// <summary>
    /// Takes bundles that nobody has signed. False by default: whoever can write the bundle decides what the system may do.
    /// </summary>
    public bool AllowUnsigned { get; init; }

    /// <summary>The clock, which gives the facts <c>now</c> and <c>today</c>. The system's by default.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The limits of facts in JSON, or null for the default ones.</summary>
    public FactLimits? Limits { get; init; }
}
