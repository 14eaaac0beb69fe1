using AirsPolicy.Collections;

namespace AirsPolicy.Cli.Dossiers;

/// <summary>A part of a report under a heading.</summary>
/// <param name="Id">Its name for links and programs.</param>
/// <param name="Title">The heading.</param>
/// <param name="Views">Whom it is for.</param>
/// <param name="Blocks">What it says, in order.</param>
internal sealed record DossierSection(string Id, string Title, DossierView Views, ValueList<DossierBlock> Blocks);
