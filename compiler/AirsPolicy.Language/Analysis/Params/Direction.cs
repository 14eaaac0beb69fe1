namespace AirsPolicy.Language.Analysis.Params;

/// <summary>What a greater value, or a truth, does to the outcome.</summary>
internal enum Direction
{
    /// <summary>It can only lower it.</summary>
    Lowers = -1,

    /// <summary>That cannot be told.</summary>
    Unknown = 0,

    /// <summary>It can only raise it.</summary>
    Raises = 1,
}
