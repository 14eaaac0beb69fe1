namespace AirsPolicy.Cli.Filtering;

/// <summary>What the values of a field are.</summary>
internal enum FilterType
{
    /// <summary>A text.</summary>
    Text,

    /// <summary>Texts, which <c>contains</c> asks for one of.</summary>
    Texts,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A point in time.</summary>
    Instant,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>True or false.</summary>
    Bool,

    /// <summary>One of a few words.</summary>
    OneOf,

    /// <summary>One of a few words, of which each is more than the one before.</summary>
    Rising,

    /// <summary>JSON whose members have no types: each is compared as what it is compared with.</summary>
    Open,
}
