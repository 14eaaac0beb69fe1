namespace AirsPolicy.Cli.Dossiers;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it says.</param>
/// <param name="State">How it stands, where it says so.</param>
/// <param name="IsCode">It is a name of the policy.</param>
internal sealed record DossierCell(string Text, DossierState State = DossierState.Plain, bool IsCode = false)
{
    public static implicit operator DossierCell(string text) => new(text);

    public static DossierCell Code(string text) => new(text, IsCode: true);
}
