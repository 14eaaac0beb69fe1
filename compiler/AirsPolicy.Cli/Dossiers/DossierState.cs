namespace AirsPolicy.Cli.Dossiers;

/// <summary>How something stands. It is always said in words as well.</summary>
internal enum DossierState
{
    Plain = 0,
    Good,
    Partial,
    Bad,
}
