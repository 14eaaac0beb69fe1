using System.Numerics;

namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>
/// What is asked of a member or an item, and which schemas of the value around it refuse that value where the member or item is refused.
/// </summary>
/// <param name="check">What is asked. Its first parts are the schemas that something around it hangs on.</param>
/// <param name="owners">For each of those, the schemas around it that refuse what it refuses.</param>
/// <param name="counters">For each of those, the <c>contains</c> that counts what it accepts, or -1; null where nothing counts.</param>
internal sealed class ChildCheck(ValueCheck check, ulong[] owners, int[]? counters)
{
    public ValueCheck Check => check;

    /// <summary>The schemas around it that may refuse for it.</summary>
    public ulong Parts => owners.Aggregate(0UL, (parts, owner) => parts | owner);

    /// <summary>The schemas around it that refuse, where some of the first parts do.</summary>
    public ulong Refused(ulong refused)
    {
        var result = 0UL;
        for (; refused != 0; refused &= refused - 1)
            result |= owners[BitOperations.TrailingZeroCount(refused)];
        return result;
    }

    /// <summary>Counts an item for every <c>contains</c> whose schema accepts it.</summary>
    public void Count(ulong refused, ref Counters counts)
    {
        for (var i = 0; counters is not null && i < counters.Length; i++)
        {
            if (counters[i] >= 0 && (refused >> i & 1) == 0)
                counts[counters[i]]++;
        }
    }
}
