namespace AirsPolicy.Text.Views.Decodings;

/// <summary>How the letters of a text were turned.</summary>
internal enum Turn
{
    /// <summary>They were not.</summary>
    None,

    /// <summary>Each by half the alphabet (rot13).</summary>
    Rotated,

    /// <summary>From the last to the first.</summary>
    Reversed,
}
