using AirsPolicy.Language.Model;

namespace AirsPolicy.Language.Analysis.Tiers;

/// <summary>Which controls are enforced: those in detect mode satisfy nothing.</summary>
internal static class Enforcement
{
    /// <param name="control">The control.</param>
    /// <param name="asOf">The day as of which it is asked, or null where no day is known: detect mode is then not over.</param>
    public static bool IsEnforced(ControlModel control, int? asOf) =>
        control.Detect is null || (control.Detect.Until is { } until && asOf > until);
}
