using AirsPolicy.Text.Patterns;

namespace AirsPolicy.Language.Analysis.Patterns;

/// <summary>Whether every match of a pattern begins, or ends, where the text does.</summary>
internal static class Anchors
{
    public static bool AtStart(PatternNode node) => node switch
    {
        PatternAnchor { Kind: PatternAnchorKind.TextStart } => true,
        PatternSequence sequence => AtStart(sequence.Items[0]),
        PatternAlternation alternation => alternation.Alternatives.All(AtStart),
        PatternCaseless caseless => AtStart(caseless.Body),
        _ => false,
    };

    public static bool AtEnd(PatternNode node) => node switch
    {
        PatternAnchor { Kind: PatternAnchorKind.TextEnd } => true,
        PatternSequence sequence => AtEnd(sequence.Items[^1]),
        PatternAlternation alternation => alternation.Alternatives.All(AtEnd),
        PatternCaseless caseless => AtEnd(caseless.Body),
        _ => false,
    };
}
