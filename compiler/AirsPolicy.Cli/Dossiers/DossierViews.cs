namespace AirsPolicy.Cli.Dossiers;

/// <summary>The views by name.</summary>
internal static class DossierViews
{
    /// <summary>The names, in the order in which they are shown.</summary>
    public static IReadOnlyList<string> Names { get; } = ["board", "auditor", "engineer"];

    /// <summary>The names of some views.</summary>
    public static IEnumerable<string> Of(DossierView views) => Names.Where(name => views.HasFlag(Parse(name)));

    public static DossierView Parse(string name) => Enum.Parse<DossierView>(name, ignoreCase: true);
}
