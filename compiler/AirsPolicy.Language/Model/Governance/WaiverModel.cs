using AirsPolicy.Collections;

namespace AirsPolicy.Language.Model.Governance;

/// <summary>What a waiver is of.</summary>
public enum WaiverKind
{
    /// <summary>A control, which is in detect mode until the end of the waiver.</summary>
    Control,

    /// <summary>An id that nothing satisfies; after its end the bundle does not activate.</summary>
    Id,
}

/// <summary>That something is not enforced until the end of a day.</summary>
/// <param name="Kind">What it is of.</param>
/// <param name="Subject">The qualified id of the control, or the id of the catalogue.</param>
/// <param name="Because">The reason.</param>
/// <param name="ApprovedBy">Who approved it; never the owner.</param>
/// <param name="Role">In which role they approved it, or null.</param>
/// <param name="Until">Its last day (<see cref="DateOnly.DayNumber"/>).</param>
/// <param name="With">The qualified ids of the controls that compensate.</param>
/// <param name="Place">Where what it is of is written.</param>
public sealed record WaiverModel(
    WaiverKind Kind,
    string Subject,
    string Because,
    string ApprovedBy,
    string? Role,
    int Until,
    ValueList<CompensationModel> With,
    SourcePlace Place)
{
    /// <summary>The id of the catalogue, or the bare name of the control.</summary>
    public string Name => Kind == WaiverKind.Id ? Subject : Subject[(Subject.LastIndexOf('.') + 1)..];
}

/// <summary>A control that stands in for what is waived.</summary>
/// <param name="Control">Its qualified id.</param>
/// <param name="Place">Where it is named.</param>
public sealed record CompensationModel(string Control, SourcePlace Place);
