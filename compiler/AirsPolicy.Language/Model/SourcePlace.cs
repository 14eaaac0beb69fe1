namespace AirsPolicy.Language.Model;

/// <summary>Where something in the model was written.</summary>
/// <param name="File">The package-relative path with <c>/</c>.</param>
/// <param name="Start">The first UTF-16 unit in the file with LF line ends.</param>
/// <param name="End">One past the last UTF-16 unit.</param>
/// <param name="Line">The line of the start, from 1.</param>
/// <param name="Column">The column of the start in UTF-16 units, from 1.</param>
public sealed record SourcePlace(string File, int Start, int End, int Line, int Column)
{
    // Places are looked up by the thousand, and few differ by their file alone.
    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Start, End);
}
