using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Dossiers;

/// <summary>What a policy comes to, for the people who answer for it.</summary>
/// <param name="Title">What the system is called.</param>
/// <param name="Policy">The package.</param>
/// <param name="Version">Its version, or null.</param>
/// <param name="Day">The day as of which waivers and reviews are judged.</param>
/// <param name="Sections">What it says, in order.</param>
internal sealed record Dossier(string Title, string Policy, string? Version, DateOnly Day, ValueList<DossierSection> Sections);
