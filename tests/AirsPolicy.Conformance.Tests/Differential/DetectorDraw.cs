using AirsPolicy.Collections;
using AirsPolicy.Text.Detectors;
using AirsPolicy.Text.Detectors.Builtin;

namespace AirsPolicy.Conformance.Tests.Differential;

/// <summary>Detectors over the words that texts are drawn from.</summary>
internal sealed class DetectorDraw(Draw draw)
{
    private static readonly string[] s_terms = ["legally binding", "not legally binding", "red", "hello", "sue", "a", "straße"];

    private static readonly string[] s_patterns =
    [
        "[0-9]{4}( ?[0-9]{4}){3}",
        "\\bwill\\b",
        "BINDING",
        "(a|b)+",
        "[0-9]+",
        "legally\\s+\\w+",
        "é",
    ];

    /// <summary>Detectors by name; each may refer to those before it.</summary>
    public ValueList<DetectorDefinition> Many()
    {
        var detectors = new List<DetectorDefinition>();
        var count = draw.Between(2, 4);
        for (var i = 0; i < count; i++)
            detectors.Add(One($"random.d{i}", detectors));
        return detectors.ToValueList();
    }

    private DetectorDefinition One(string name, List<DetectorDefinition> before) => new(
        name,
        draw.Pick<ValueList<string>>(["plain"], ["folded"], ["plain", "folded"], ["spaced", "leet"], ["decoded", "reversed"]),
        draw.Many(1, 3, () => Item(before)).ToValueList(),
        draw.Chance(30) ? [Item(before)] : [],
        draw.From(Enum.GetValues<ScoreMethod>()),
        draw.Chance(40) ? draw.Pick(300_000, 600_000, 850_000) : null);

    private DetectorItem Item(List<DetectorDefinition> before)
    {
        var weight = draw.Pick(250_000, 600_000, 700_000, 1_000_000);
        return draw.Below(7) switch
        {
            0 => new DetectorItem(DetectorItemKind.Detector, draw.From(BuiltinDetectors.Names), false, weight),
            1 or 2 => new DetectorItem(DetectorItemKind.Term, draw.From(s_terms), false, weight),
            3 or 4 when before.Count > 0 => new DetectorItem(DetectorItemKind.Detector, draw.From(before).Name, false, weight),
            _ => new DetectorItem(DetectorItemKind.Pattern, draw.From(s_patterns), draw.Chance(50), weight),
        };
    }
}
