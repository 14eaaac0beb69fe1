namespace AirsPolicy.Language.Model.Governance;

/// <summary>That an id of a catalogue does not apply to the system until the end of a day, so that no tier requires it.</summary>
/// <param name="Id">The id.</param>
/// <param name="Because">The reason.</param>
/// <param name="ApprovedBy">Who approved it; never the owner of the system.</param>
/// <param name="Role">In which role they approved it, or null.</param>
/// <param name="Until">The last day (<see cref="DateOnly.DayNumber"/>); after it the bundle does not activate.</param>
/// <param name="Place">Where the id is written.</param>
public sealed record InapplicableModel(string Id, string Because, string ApprovedBy, string? Role, int Until, SourcePlace Place);
