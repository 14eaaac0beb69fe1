namespace AirsPolicy.DetectorTraining;

/// <summary>Where texts come from.</summary>
/// <param name="File">The name of the file, without its ending.</param>
/// <param name="Origin">Who publishes it, and where.</param>
/// <param name="Licence">Under which licence.</param>
internal sealed record TextSource(string File, string Origin, string Licence)
{
    /// <summary>Whether its texts are what an assistant reads on somebody's behalf.</summary>
    public bool IsData { get; init; }
}
