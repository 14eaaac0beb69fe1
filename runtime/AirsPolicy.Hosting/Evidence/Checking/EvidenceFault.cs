namespace AirsPolicy.Hosting.Evidence.Checking;

/// <summary>What is wrong with evidence.</summary>
public enum EvidenceFault
{
    /// <summary>Something is missing, or is not written as it should be.</summary>
    Unreadable,

    /// <summary>A leaf is not the one that was signed.</summary>
    Changed,

    /// <summary>A leaf says that it is another record than the one that belongs there: records were dropped, doubled or moved.</summary>
    OutOfPlace,

    /// <summary>More records were signed than there are.</summary>
    Cut,

    /// <summary>A tile does not hold the hashes of the leaves, which are those that were signed.</summary>
    TileDiffers,

    /// <summary>The root over the leaves is not the one that was signed; no tile says which leaf was changed.</summary>
    RootDiffers,

    /// <summary>The head that was kept elsewhere is not of this log.</summary>
    HeadDiffers,

    /// <summary>A value does not fit what its leaf commits to.</summary>
    ContentDiffers,

    /// <summary>A salt lies there without the value, so that values can be tried until one fits.</summary>
    SaltAlone,

    /// <summary>No trusted key has signed a checkpoint.</summary>
    Unsigned,

    /// <summary>The time of a record lies before that of an earlier one by more than the bound. This is a warning.</summary>
    TimeRunsBack,
}
