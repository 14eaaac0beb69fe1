using System.Globalization;
using AirsPolicy.Runtime.State.Pace;

namespace AirsPolicy.Cli.Dossiers.Forms;

/// <summary>
/// Draws the four states of a layer from the best to the worst. Over each stand the numbers of what leads into it, under the arrows back
/// who leads out of it; the tables below say both in words.
/// </summary>
internal static class StateDrawing
{
    private const int Box = 150;
    private const int Gap = 70;
    private const int Top = 46;
    private const int Height = 44;
    private const int LongestName = 34;

    public static void Write(TextWriter output, StatesBlock block)
    {
        var levels = Enum.GetValues<PaceLevel>();
        var width = levels.Length * Box + (levels.Length - 1) * Gap + 2;
        var words = $"The states of {block.Layer}: "
            + string.Join(", then ", levels.Select(level => PaceLevels.NameOf(level))) + ". The tables below say what leads where.";
        var layer = DossierHtml.Text(block.Layer);
        output.Write(string.Create(CultureInfo.InvariantCulture, $"""
            <div class="scroll" tabindex="0" role="region" aria-label="{layer}">
            <svg class="states" role="img" aria-label="{DossierHtml.Text(words)}" viewBox="0 0 {width} 150" width="{width}" height="150">
            <defs><marker id="tip-{layer}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8z"/></marker></defs>

            """));
        foreach (var (level, index) in levels.Select((level, index) => (level, index)))
        {
            var x = 1 + index * (Box + Gap);
            var name = PaceLevels.NameOf(level);
            output.Write(string.Create(CultureInfo.InvariantCulture, $"""
                <rect class="{name}" x="{x}" y="{Top}" width="{Box}" height="{Height}" rx="6"/>
                <text x="{x + Box / 2}" y="{Top + 28}" class="name">{name}</text>

                """));
            if (block.Worse[index].Length > 0)
                Label(output, x + Box / 2, 20, $"when {block.Worse[index]}");
            if (index == 0)
                continue;
            Arrow(output, block.Layer, x - Gap + 4, x - 4, Top + 14);
            if (block.Better[index].Length > 0)
            {
                Arrow(output, block.Layer, x - 4, x - Gap + 4, Top + 32);
                Label(output, x - Gap / 2, Top + Height + (index % 2 == 0 ? 46 : 26), block.Better[index]);
            }
        }
        output.Write("</svg></div>\n");
    }

    private static void Arrow(TextWriter output, string layer, int from, int to, int y) => output.Write(string.Create(
        CultureInfo.InvariantCulture,
        $"<path class=\"arrow\" d=\"M{from} {y}H{to}\" marker-end=\"url(#tip-{DossierHtml.Text(layer)})\"/>\n"));

    private static void Label(TextWriter output, int x, int y, string text) => output.Write(string.Create(
        CultureInfo.InvariantCulture,
        $"<text x=\"{x}\" y=\"{y}\" class=\"label\">{DossierHtml.Text(DossierWords.Short(text, LongestName))}</text>\n"));
}
