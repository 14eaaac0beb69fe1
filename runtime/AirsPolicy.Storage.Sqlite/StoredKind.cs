namespace AirsPolicy.Storage.Sqlite;

/// <summary>What is to be kept.</summary>
internal enum StoredKind
{
    /// <summary>A change of the state.</summary>
    State,

    /// <summary>A change that says again what others before it have come to.</summary>
    Whole,

    /// <summary>A leaf of the evidence.</summary>
    Leaf,

    /// <summary>A hash above the leaves.</summary>
    Hash,

    /// <summary>The content of a leaf.</summary>
    Content,

    /// <summary>The content of a leaf goes.</summary>
    NoContent,

    /// <summary>A value with a name.</summary>
    Named,

    /// <summary>A name goes.</summary>
    Unnamed,
}
