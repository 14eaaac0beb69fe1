namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>What it means that a record has a member of some name.</summary>
/// <param name="Seen">The bit by which <c>required</c> and its like know the name; 0 where none asks.</param>
/// <param name="Refused">The schemas that refuse every record with a member of that name.</param>
/// <param name="Child">What is asked of its value, or null.</param>
internal sealed record MemberCheck(ulong Seen, ulong Refused, ChildCheck? Child)
{
    public static readonly MemberCheck Nothing = new(0, 0, null);
}
