namespace AirsPolicy.Language.Syntax;

/// <summary>What a piece of text between tokens is.</summary>
internal enum TriviaKind : byte
{
    /// <summary>Spaces, tabs and other characters that show as a gap, except line breaks.</summary>
    WhiteSpace,

    /// <summary>One line break: LF, CR LF or CR.</summary>
    LineBreak,

    /// <summary><c>// …</c> without its line break.</summary>
    Comment,

    /// <summary><c>/// …</c> without its line break: documentation of the declaration below.</summary>
    Documentation,

    /// <summary>Tokens that fit nowhere and were passed over; there is a diagnostic for them.</summary>
    Skipped,
}
