namespace AirsPolicy.Cli.Covering;

/// <summary>How a case is shown.</summary>
internal enum CaseState
{
    /// <summary>A policy test shows it.</summary>
    Shown = 0,

    /// <summary>A test of the compiler, of the build or of the host shows it.</summary>
    ShownOutside,

    /// <summary>A policy test says that it does not hold, and which layer has to catch it.</summary>
    KnownGap,

    /// <summary>Nothing shows it.</summary>
    Open,
}
