using System.Globalization;

namespace AirsPolicy.Cli.Dossiers.Forms;

/// <summary>Draws how much of each list is carried: bars of one width, with their figures beside them.</summary>
internal static class ShareDrawing
{
    private const int Width = 300;
    private const int Height = 16;

    public static void Write(TextWriter output, SharesBlock block)
    {
        output.Write($"<table class=\"shares\">\n<caption>{DossierHtml.Text(block.Caption)}</caption>\n<tbody>\n");
        foreach (var share in block.Shares)
        {
            var (held, partly, outside) =
                (Width * share.Held / share.All, Width * share.Partly / share.All, Width * share.Outside / share.All);
            var words = Words(share);
            output.Write(string.Create(CultureInfo.InvariantCulture, $"""
                <tr><th scope="row">{DossierHtml.Text(share.Name)}</th>
                <td><svg role="img" aria-label="{words}" viewBox="0 0 {Width} {Height}" width="{Width}" height="{Height}">
                <rect class="open" width="{Width}" height="{Height}"/><rect class="held" width="{held}" height="{Height}"/>
                <rect class="waived" x="{held}" width="{partly}" height="{Height}"/>
                <rect class="outside" x="{Width - outside}" width="{outside}" height="{Height}"/></svg></td>
                <td>{words}</td></tr>

                """));
        }
        output.Write("</tbody>\n</table>\n");
    }

    private static string Words(DossierShare share)
    {
        var partly = share.Partly == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {share.Partly} {share.Word}");
        var outside = share.Outside == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {share.Outside} outside a policy");
        return string.Create(CultureInfo.InvariantCulture, $"{share.Held} of {share.All}{partly}{outside}");
    }
}
