namespace AirsPolicy.Cli.Dossiers;

/// <summary>A name with what it is.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">What it is.</param>
/// <param name="Note">What is to be known of it, or null.</param>
/// <param name="State">How it stands.</param>
internal sealed record DossierFigure(string Name, string Value, string? Note = null, DossierState State = DossierState.Plain);
