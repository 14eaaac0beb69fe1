namespace AirsPolicy.Text.Detectors.Builtin;

/// <summary>What a view must hold for a built-in detector to match in it: one of some literals, a number, or both.</summary>
/// <param name="Literals">
/// At least one of these stands in the view that the detector reads, unit for unit; for the folded view they are folded. Empty where none
/// has to.
/// </param>
/// <param name="Digits">
/// Some <see cref="NumberRegion"/> of the folded view has at least so many digits; 0 where no number is needed.
/// </param>
internal sealed record RequiredParts(string[] Literals, int Digits)
{
    /// <summary>Whether letters of the literals, which are of ASCII alone, stand there in either case.</summary>
    public bool IgnoreCase { get; init; }

    /// <summary>One of some literals.</summary>
    public static RequiredParts AnyOf(params string[] literals) => new(literals, 0);

    /// <summary>A number of at least so many digits.</summary>
    public static RequiredParts Number(int digits) => new([], digits);
}
