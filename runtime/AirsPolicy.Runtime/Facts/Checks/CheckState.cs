namespace AirsPolicy.Runtime.Facts.Checks;

/// <summary>What is known of one record or list while it is read.</summary>
internal struct CheckState
{
    /// <summary>The schemas that refuse it already.</summary>
    public ulong Refused;

    /// <summary>The members met that some schema asks for.</summary>
    public ulong Seen;

    /// <summary>How many members or items have been met.</summary>
    public int Count;

    /// <summary>Takes what a member or an item was found to be.</summary>
    public void Take(ChildCheck child, ulong refused)
    {
        if (refused != 0)
            Refused |= child.Refused(refused);
    }

    /// <summary>Takes that a record has a member.</summary>
    public void Meet(MemberCheck member)
    {
        Count++;
        Seen |= member.Seen;
        Refused |= member.Refused;
    }
}
