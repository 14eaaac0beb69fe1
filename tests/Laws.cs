using System.Globalization;
using FsCheck;

namespace AirsPolicy.Tests;

/// <summary>
/// How laws are checked: over the same values at every run, so that a build that was green stays green. <c>AIRS_LAW_SEED</c> looks
/// elsewhere.
/// </summary>
internal static class Laws
{
    private const ulong Seed = 20_260_615;

    // Split-mix streams need an odd step.
    private const ulong Gamma = 0x9E3779B97F4A7C15;

    public static Config Config { get; } =
        Config.QuickThrowOnFailure.WithReplay(
            ulong.TryParse(
                Environment.GetEnvironmentVariable("AIRS_LAW_SEED"),
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var seed)
                ? seed
                : Seed,
            Gamma);
}
