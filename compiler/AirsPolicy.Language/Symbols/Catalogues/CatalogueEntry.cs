using AirsPolicy.Collections;
using AirsPolicy.Runtime.Decisions;

namespace AirsPolicy.Language.Symbols.Catalogues;

/// <summary>A control or threat of a catalogue.</summary>
/// <param name="Id">The id as the source has it (<c>GR-IN-01</c>).</param>
/// <param name="Title">What it is about, in our own words.</param>
/// <param name="Points">
/// The decision points of which a control stands at one to satisfy it; empty where it is not decided while the system runs.
/// </param>
/// <param name="Least">The least outcome that such a control can reach, or null where any will do.</param>
/// <param name="From">The lowest tier of the source that asks for it, or null.</param>
/// <param name="By">The kinds of declaration that can carry it; empty for any.</param>
/// <param name="Domain">What it belongs to: the domain of a control, the category of a threat; or null.</param>
/// <param name="Layer">The layer that it belongs to; null for threats, and where a catalogue does not say.</param>
/// <param name="How">What enforces it; of a threat what its controls say, so null.</param>
/// <param name="Source">The page of the source that describes it, or null.</param>
/// <param name="Owner">Who carries it in the organisation, or null.</param>
/// <param name="Controls">The ids of the controls that answer a threat.</param>
internal sealed record CatalogueEntry(
    string Id,
    string Title,
    ValueList<string> Points,
    Outcome? Least,
    string? From,
    ValueList<Claimant> By,
    string? Domain,
    ControlLayer? Layer,
    EnforcementKind? How,
    string? Source,
    string? Owner,
    ValueList<string> Controls)
{
    /// <summary>Whether it is decided while the system runs: at decision points, or by a kind of declaration such as a judge.</summary>
    public bool IsDecidedAtRunTime => Points.Count > 0 || By.Any(static kind => kind != Claimant.System);
}
