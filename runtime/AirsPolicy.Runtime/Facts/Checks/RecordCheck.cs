using AirsPolicy.Runtime.Facts.Layout;

namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>What is asked of a record.</summary>
/// <param name="Names">
/// The names that something is said about. Where the record has a shape, its members come first and in their order.
/// </param>
/// <param name="Members">What is said about them.</param>
/// <param name="Others">What is said about all other names, or null.</param>
/// <param name="Tests">What is asked of the members together.</param>
internal sealed record RecordCheck(NameTable Names, MemberCheck[] Members, OtherNamesCheck? Others, RecordTest[] Tests)
{
    /// <summary>The schemas that something here can make refuse the record.</summary>
    public ulong Parts { get; } =
        Tests.Aggregate(0UL, (parts, test) => parts | test.Part)
        | Members
            .Concat(Others?.ByMatches ?? [])
            .Aggregate(Others?.Name?.Parts ?? 0, (parts, member) => parts | member.Refused | (member.Child?.Parts ?? 0));

    /// <summary>What is asked about a member that the record turns out to have.</summary>
    /// <param name="name">Its name without escapes, as UTF-8.</param>
    /// <param name="refused">The schemas that refuse the record for that name.</param>
    public MemberCheck Find(ReadOnlySpan<byte> name, CheckScratch scratch, out ulong refused)
    {
        refused = 0;
        return Names.Find(name) is var index and >= 0 ? Members[index] : Others?.Find(name, scratch, out refused) ?? MemberCheck.Nothing;
    }
}
