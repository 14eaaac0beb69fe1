namespace AirsPolicy.Cli.Dossiers;

/// <summary>How much of something is held.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Held">How many are carried by something that is enforced.</param>
/// <param name="Partly">How many are held in part, or are not held with an approval.</param>
/// <param name="All">How many there are, at least 1.</param>
/// <param name="Outside">Of those that are not held, how many no policy can hold by itself.</param>
/// <param name="Word">What is said of those that are held in part.</param>
internal sealed record DossierShare(string Name, int Held, int Partly, int All, int Outside = 0, string Word = "waived");
