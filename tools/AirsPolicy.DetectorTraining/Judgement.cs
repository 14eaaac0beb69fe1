using System.Globalization;

namespace AirsPolicy.DetectorTraining;

/// <summary>Says what models find of hands that they have not learned from, as tables in Markdown.</summary>
internal static class Judgement
{
    // Fewer rows say little.
    private const int Fewest = 20;

    private static readonly double[] s_alarms = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1];

    /// <param name="output">Takes the tables.</param>
    /// <param name="parts">The hands, each judged by models that have learned from no text of it.</param>
    public static void Write(TextWriter output, IEnumerable<LeftOut> parts)
    {
        foreach (var side in parts.SelectMany(part => part.Looked).GroupBy(row => row.Text.IsData).OrderBy(side => side.Key))
        {
            var margins = Margins.Of([.. side]);
            Write(output, side.Key ? "data" : "users", margins.Half, [.. side.Select(margins.Judge)]);
        }
    }

    private static void Write(TextWriter output, string side, double half, List<Judged> rows)
    {
        var attacks = rows.Where(row => row.Text.IsAttack).ToList();
        var benign = rows.Where(row => !row.Text.IsAttack).ToList();
        void Line(string name, IReadOnlyCollection<Judged> of) =>
            output.WriteLine($"| {name} | {Share(of.Count(row => row.Margin >= half), of.Count)} |");
        void Lines(string what, IEnumerable<Judged> of, Func<LabelledText, string> by)
        {
            var groups = of.GroupBy(row => by(row.Text)).Where(group => group.Count() >= Fewest);
            foreach (var group in groups.OrderByDescending(group => group.Count()))
                Line($"{what} {group.Key}", [.. group]);
        }
        output.WriteLine($"\n## {side}\n\n| texts | flagged (95% interval) |\n|---|---|");
        Line("attacks", attacks);
        Lines("attacks, kind", attacks, text => text.Kind);
        Lines("attacks, language", attacks, text => text.Language.Split('-')[0]);
        Lines("attacks, hand", attacks, text => text.Source.File);
        var documents = benign.Where(row => Threshold.IsDocument(row.Text)).ToList();
        var texts = benign.Except(documents).ToList();
        Line("ordinary", [.. texts.Where(row => Threshold.IsOrdinary(row.Text))]);
        Line("close to attacks", [.. texts.Where(row => !Threshold.IsOrdinary(row.Text))]);
        Line("documents", documents);
        Lines("honest, hand", benign, text => text.Source.File);
        output.WriteLine("\n| flagged of honest texts | flagged of attacks |\n|---|---|");
        var margins = benign.Select(row => row.Margin).OrderDescending().ToList();
        foreach (var alarm in s_alarms)
        {
            var from = margins[(int)(margins.Count * alarm)];
            output.WriteLine($"| {Percent(alarm)} | {Share(attacks.Count(row => row.Margin > from), attacks.Count)} |");
        }
    }

    // Wilson's interval: it is right for few rows and for shares near nothing too.
    private static string Share(int flagged, int all)
    {
        const double Z = 1.96;
        var share = (double)flagged / all;
        var middle = (share + Z * Z / (2 * all)) / (1 + Z * Z / all);
        var half = Z * Math.Sqrt(share * (1 - share) / all + Z * Z / (4.0 * all * all)) / (1 + Z * Z / all);
        var rows = all.ToString("N0", CultureInfo.InvariantCulture);
        return $"{Percent(share)} of {rows} ({Percent(Math.Max(0, middle - half))} to {Percent(middle + half)})";
    }

    private static string Percent(double share) => share.ToString("0.0%", CultureInfo.InvariantCulture);
}
