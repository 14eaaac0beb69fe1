namespace AirsPolicy.Text.Detectors.Builtin.Anchored;

/// <summary>What is known of a trail.</summary>
internal enum TrailState
{
    /// <summary>It may go on with what has not come yet.</summary>
    Open,

    /// <summary>It has been read to its end; nothing but the next unit has a say in what is found there.</summary>
    Ended,

    /// <summary>One of its parts is too short: nothing is found there.</summary>
    Broken,
}
