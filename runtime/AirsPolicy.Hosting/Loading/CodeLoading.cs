using System.Diagnostics.CodeAnalysis;

namespace AirsPolicy.Hosting.Loading;

/// <summary>Whether the application can load the program of a bundle.</summary>
internal static class CodeLoading
{
    public const string Reason =
        "An application that is trimmed or compiled ahead of time loads no bundle: compile the policy into it with AirsPolicyEmit.";

    /// <summary>
    /// False where the application is trimmed, so that something may be missing which emitted code calls: the trimmer puts false in the
    /// place of a guard.
    /// </summary>
    [FeatureGuard(typeof(RequiresUnreferencedCodeAttribute))]
    public static bool IsSupported { get; } = true;
}
