using AirsPolicy.Language.Reasoning;
using AirsPolicy.Language.Reasoning.Detectors;
using AirsPolicy.Text.Detectors;

namespace AirsPolicy.Language.Mutation;

/// <summary>Whether a detector provably says the same of every text when something is left out of it.</summary>
internal static class EquivalentDetector
{
    /// <summary>
    /// Whether only items or exceptions are gone, and none of them says anything beside those that are left. False where that is not
    /// proved.
    /// </summary>
    public static bool Is(DetectorDefinition detector, DetectorDefinition changed)
    {
        if (changed with { Items = detector.Items, Exceptions = detector.Exceptions } != detector)
            return false;
        if (changed.Items.Any(item => !detector.Items.Contains(item)) || changed.Exceptions.Any(item => !detector.Exceptions.Contains(item))
        )
            return false;
        return detector
                .Items.Where(item => !changed.Items.Contains(item))
                .All(gone => changed.Items.Any(kept => SaysAsMuch(detector, kept, gone)))
            && detector
                .Exceptions.Where(item => !changed.Exceptions.Contains(item))
                .All(gone =>
                    changed.Exceptions.Any(kept => MatchesSame(kept, gone)) || new ExceptionReach(new LeftOut()).IsEmpty(detector, gone));
    }

    // Of several weights the greatest counts; where they are added up each one does.
    private static bool SaysAsMuch(DetectorDefinition detector, DetectorItem kept, DetectorItem gone) =>
        detector.Score == ScoreMethod.Max && kept.Weight >= gone.Weight && MatchesSame(kept, gone);

    // Terms are looked for without case.
    private static bool MatchesSame(DetectorItem kept, DetectorItem gone) => kept.Kind == gone.Kind && (gone.Kind == DetectorItemKind.Term
        ? string.Equals(kept.Content, gone.Content, StringComparison.OrdinalIgnoreCase) && gone.Content.All(char.IsAscii)
        : kept.Content == gone.Content && kept.IgnoreCase == gone.IgnoreCase);
}
