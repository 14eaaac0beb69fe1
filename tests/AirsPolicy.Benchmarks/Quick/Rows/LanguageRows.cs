using System.Text;
using AirsPolicy.Benchmarks.Policies;
using AirsPolicy.Benchmarks.References;
using AirsPolicy.Benchmarks.Texts;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Benchmarks.Quick.Rows;

/// <summary>What the input pack costs in each of many languages: texts in scripts that few others write are not to wait longer.</summary>
internal static class LanguageRows
{
    private const int Calls = 200;
    private const int Texts = 8;

    // English with a bar of its own.
    private static readonly (string Language, double Bar)[] s_bars =
    [
        ("en", 8),
        .. "de es fr pt it nl sv pl cs ru uk tr el ar he hi bn th vi id zh ja ko".Split(' ').Select(language => (language, 16.0)),
    ];

    public static IEnumerable<QuickRow> All() => s_bars.Select(bar => new QuickRow(
        $"1 KB of honest texts ({bar.Language}), input pack of airs.detect",
        $"at most {bar.Bar}x reading the tokens of 1 KB of JSON",
        () => Of(bar.Language, bar.Bar)));

    // Several texts, one after the other: a single one would lie in the caches.
    private static QuickFigure Of(string language, double bar)
    {
        var set = InputPack.Detectors();
        var (scratch, pack) = (new DetectorScratch(set), set.NumberOf(InputPack.Name));
        var (texts, json) = (HonestTexts.OfOneKilobyte(language, Texts), Encoding.UTF8.GetBytes(GeneratedPolicies.KilobyteFacts));
        var tokens = 0;
        var measured = Measure.Nanoseconds(
            Calls,
            () =>
            {
                for (var call = 0; call < Calls; call++) scratch.Ask(pack, texts[call % texts.Count]);
            },
            () =>
            {
                for (var call = 0; call < Calls; call++) tokens += JsonTokens.Count(json);
            });
        return QuickFigure.Against(measured[0], measured[1], bar);
    }
}
