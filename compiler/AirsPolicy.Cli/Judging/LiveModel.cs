namespace AirsPolicy.Cli.Judging;

/// <summary>A model that is asked for a judge, as the command line says.</summary>
/// <param name="Endpoint">Where it answers, by the protocol of OpenAI.</param>
/// <param name="Name">Its name there; null for the name that the policy gives it.</param>
/// <param name="Key">The key, or null where none is asked for.</param>
/// <param name="Parallel">How many cases are asked about at a time.</param>
/// <param name="InputPrice">What a million tokens cost that it reads.</param>
/// <param name="OutputPrice">What a million tokens cost that it writes.</param>
internal sealed record LiveModel(Uri Endpoint, string? Name, string? Key, int Parallel, decimal InputPrice, decimal OutputPrice);
