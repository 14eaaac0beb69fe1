namespace AirsPolicy.Cli.Dossiers.Sections;

/// <summary>What a tier requires, and what stands behind it.</summary>
/// <param name="Tier">The tier in which the system stands, as it writes it.</param>
/// <param name="Id">The id, or the bound.</param>
/// <param name="Title">What it is about.</param>
/// <param name="By">What carries it, or why nothing does.</param>
/// <param name="State">How it stands.</param>
internal sealed record RequiredRow(string Tier, string Id, string Title, string By, DossierState State);
