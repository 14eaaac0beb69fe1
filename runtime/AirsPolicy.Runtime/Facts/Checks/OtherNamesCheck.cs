using AirsPolicy.Text.Patterns.Matching;

namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>What is asked about members whose names are known only when they come.</summary>
/// <param name="Patterns">The patterns of <c>patternProperties</c>, each once.</param>
/// <param name="ByMatches">What is asked where a name has matches of just those patterns whose bits are set.</param>
/// <param name="Name">What <c>propertyNames</c> asks of the name itself, or null.</param>
internal sealed record OtherNamesCheck(PatternTest[] Patterns, MemberCheck[] ByMatches, ChildCheck? Name)
{
    /// <summary>What is asked of the value under a name.</summary>
    /// <param name="refused">The schemas that refuse every record with that name.</param>
    public MemberCheck Find(ReadOnlySpan<byte> name, CheckScratch scratch, out ulong refused)
    {
        refused = 0;
        if (Patterns.Length == 0 && Name is null)
            return ByMatches[0];
        var text = scratch.Decode(name);
        var matches = 0;
        for (var i = 0; i < Patterns.Length; i++)
            matches |= scratch.Matches(Patterns[i], text) ? 1 << i : 0;
        refused = Name?.Refused(Name.Check.OfText(text, scratch)) ?? 0;
        return ByMatches[matches];
    }
}
