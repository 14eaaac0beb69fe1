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
internal sealed record CatalogueEntry(
    string Id,
    string Title,
    ValueList<string> Points,
    Outcome? Least,
    string? From,
    ValueList<Claimant> By);
