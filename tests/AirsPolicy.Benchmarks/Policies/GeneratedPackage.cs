using System.Globalization;
using System.Text;

namespace AirsPolicy.Benchmarks.Policies;

/// <summary>
/// A package of many files, as a team would keep it: facts, parameters, tools, detectors, a tier, claims and tests beside the controls.
/// </summary>
internal static class GeneratedPackage
{
    /// <summary>Writes the package into a folder.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="files">How many files.</param>
    /// <param name="controls">How many controls each file has.</param>
    public static void Write(string folder, int files, int controls)
    {
        File.WriteAllText(Path.Combine(folder, "system.airs"), System + Controls(0, controls));
        for (var file = 1; file < files; file++)
            File.WriteAllText(Path.Combine(folder, $"area_{file}.airs"), "policy bench.package\n\n" + Controls(file, controls));
    }

    private const string System = """
        policy bench.package version "1.0.0"

        use airs.tiers
        use catalogue "airs_sdk"
        use catalogue "owasp_llm_2025"

        system bench "Bench" {
          owner "bench@example.com"
          tier airs.fast_lane
          profile { audience: internal, users: 50, data: [internal], actions: none, sector: none, review: every_output }
          satisfies CB-01, OB-01
        }
        type band = rising [low, middle, high]
        fact customer: { id: text, cards: [text], segment: one of [retail, private], since: date, risk: share }
        param question_length: int = 2_000, lower is stricter
        queue people { sla 4h  reviewers "expert" }


        """;

    private static string Controls(int file, int controls)
    {
        var text = new StringBuilder();
        Line(
            text,
            $"detector promise_{file} {{ match \"legally binding {file}\" weighs 70%  match /\\bwe\\s+will\\s+refund\\s+{file}\\b/i weighs 60%  found at 60% }}"
        );
        Line(
            text,
            $"tool tool_{file} {{ class reversible  args {{ quantity: int, region: text, band: band, amount: money GBP }}  when args.amount < 0 GBP then block  when args.amount > {500 + file} GBP then block }}"
        );
        for (var i = 0; i < controls; i++)
        {
            Line(text, $"/// Control number {i} of area {file}.");
            Line(text, $"control c_{file}_{i} \"Control number {i} of area {file}\" {{");
            Line(text, $"  satisfies GR-IN-03");
            Line(text, $"  mitigates LLM01");
            Line(text, $"  severity high");
            Line(text, $"  at output, input");
            Line(text, $"  on error block");
            Line(text, $"  let risky = customer.risk >= {1 + i % 99}%");
            Line(
                text,
                $"  when length(text) > question_length + {i} and risky then block \"Please shorten your question to area {file}, {i}.\"");
            Line(text, $"  when any c in customer.cards: c starts with \"{i}\" then flag \"card of area {file}, {i}\"");
            Line(
                text,
                $"  when promise_{file}.found(text) or customer.segment == retail and customer.risk > 90% then append \"Not binding, says {i} of area {file}.\""
            );
            Line(text, $"}}");
        }
        Line(text, $"test \"Area {file} lets an ordinary answer pass\" {{");
        Line(
            text,
            $"  given output \"The shop opens at nine.\" {{ customer: {{ id: \"c\", cards: [], segment: private, since: 2020-01-01, risk: 0% }} }}"
        );
        Line(text, $"  expect allow");
        Line(text, $"}}");
        return text.ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
