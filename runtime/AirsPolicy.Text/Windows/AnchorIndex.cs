using System.Buffers;
using AirsPolicy.Text.Detectors.Builtin.Anchored;

namespace AirsPolicy.Text.Windows;

/// <summary>The anchors of all detectors that look for some, in two automata. Unchanging, for any number of threads.</summary>
internal sealed class AnchorIndex
{
    public AnchorIndex((int Source, AnchoredDetector Detector)[] sources)
    {
        Sources = sources;
        var anchors = sources
            .SelectMany((source, place) => source.Detector.Anchors.Select(anchor => (Place: place, Anchor: anchor)))
            .ToArray();
        Found = [.. anchors.Where(pair => pair.Anchor is { IsFound: true, IgnoreCase: false })];
        Other = [.. anchors.Where(pair => pair.Anchor is not { IsFound: true, IgnoreCase: false })];
        OfFound = new AnchorAutomaton([.. Found.Select(pair => pair.Anchor.Literal)], ignoreCase: false);
        OfOther = new AnchorAutomaton([.. Other.Select(pair => pair.Anchor.Literal)], ignoreCase: true);
        Leads = [.. anchors.Select(pair => pair.Anchor).Where(anchor => anchor.Ahead is not null).Select(LeadOf)];
    }

    /// <summary>The detectors, each with the number under which its matches are told.</summary>
    public (int Source, AnchoredDetector Detector)[] Sources { get; }

    /// <summary>
    /// The anchors that are part of what is found, each with the place of its detector. What may be the beginning of one is held.
    /// </summary>
    public (int Place, Anchor Anchor)[] Found { get; }

    /// <summary>The others.</summary>
    public (int Place, Anchor Anchor)[] Other { get; }

    /// <summary>Finds those of <see cref="Found"/>, by their place there.</summary>
    public AnchorAutomaton OfFound { get; }

    /// <summary>Finds those of <see cref="Other"/> in either case, by their place there.</summary>
    public AnchorAutomaton OfOther { get; }

    /// <summary>What stands before anchors.</summary>
    public AnchorLead[] Leads { get; }

    private static AnchorLead LeadOf(Anchor anchor) =>
        new(
            anchor.MostAhead + anchor.Literal.Length - 1,
            SearchValues.Create([
                .. Enumerable
                    .Range(0, 128)
                    .Select(code => (char)code)
                    .Where(unit => anchor.Ahead!.Contains(unit) || anchor.Literal.Contains(unit, StringComparison.Ordinal)),
            ])
        );
}
