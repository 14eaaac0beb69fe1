using System.Globalization;
using FsCheck;

namespace AirsPolicy.Tests;

/// <summary>
/// How laws are checked: over the same values at every run, so that a build that was green stays green. <c>AIRS_LAW_SEED</c> looks
/// elsewhere, and <c>AIRS_THOROUGH=1</c> looks longer, as every night does.
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

    /// <summary>Whether a run may take as long as everything takes.</summary>
    public static bool AreThorough { get; } = Environment.GetEnvironmentVariable("AIRS_THOROUGH") == "1";

    /// <summary>So many values in a thorough run, and a quarter of them in any other.</summary>
    public static Config Times(int thorough) => Config.WithMaxTest(Few(thorough));

    /// <summary>
    /// So many of something in a thorough run, and a quarter of them, at least ten where there are so many, in any other.
    /// </summary>
    public static int Few(int thorough) => AreThorough ? thorough : Math.Max(Math.Min(thorough, 10), thorough / 4);
}
