namespace AirsPolicy.Runtime.Numbers;

/// <summary>What became of reading a number.</summary>
internal enum NumberStatus
{
    /// <summary>The number is read exactly.</summary>
    Read,

    /// <summary>The text is not a number.</summary>
    Malformed,

    /// <summary>The number has more than 28 significant digits.</summary>
    TooPrecise,

    /// <summary>The number is greater, or closer to zero, than any type holds (<c>1e400</c>).</summary>
    OutOfRange,
}
