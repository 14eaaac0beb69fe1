namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>
/// A place of a folded text, close to digits, where an identifier can begin. Found once for all detectors, most of which pass over most of
/// them by their shape.
/// </summary>
/// <param name="At">The place: a letter or digit.</param>
/// <param name="Leading">How many digits stand there; <see cref="MostLeading"/> for more than that, too.</param>
/// <param name="Ahead">How many units before the <see cref="NumberRegion"/> it stands; 0 within one.</param>
/// <param name="IsGlued">Whether it is a digit right behind a letter, where only a word for the identifier can end.</param>
internal readonly record struct IdentifierStart(int At, byte Leading, byte Ahead, bool IsGlued)
{
    /// <summary>The most digits that are counted; no identifier has as many.</summary>
    public const int MostLeading = 63;

    /// <summary>The most units between the beginning of an identifier and its longest number.</summary>
    public const int MostAhead = 32;
}
