namespace AirsPolicy.Language.Model.Governance;

/// <summary>Who answers for a declaration, and when it is looked at again.</summary>
/// <param name="Declaration">The qualified id of the declaration; of a tool that of its rules, of the system its name.</param>
/// <param name="Owner">Who answers for it, or null.</param>
/// <param name="ApprovedBy">Who approved it, or null.</param>
/// <param name="Effective">The first day on which a bundle with it activates (<see cref="DateOnly.DayNumber"/>), or null.</param>
/// <param name="Review">The last day by which it is to be reviewed (<see cref="DateOnly.DayNumber"/>), or null.</param>
/// <param name="Place">Where its name is written.</param>
public sealed record AccountModel(string Declaration, string? Owner, string? ApprovedBy, int? Effective, int? Review, SourcePlace Place);
